-- Compressed already, as the documents are.
ALTER TABLE offer_photo ALTER COLUMN small SET STORAGE EXTERNAL, ALTER COLUMN large SET STORAGE EXTERNAL;
