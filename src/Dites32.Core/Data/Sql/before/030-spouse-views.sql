-- What the migrations may change is looked at by this view: it is made again after them (after/300-spouse.sql).
DROP VIEW IF EXISTS spouse.published_offer;
