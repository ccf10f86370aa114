-- The days an offer covers: its date ranges, or the day it starts on. IMMUTABLE: the dates are written in ISO form.
CREATE OR REPLACE FUNCTION offer_days(ranges jsonb, starts_on date) RETURNS datemultirange
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(
        (SELECT range_agg(daterange(least(d.first, d.last), greatest(d.first, d.last), '[]'))
         FROM (SELECT (r ->> 'From')::date, (r ->> 'To')::date FROM jsonb_array_elements(ranges) AS r) AS d (first, last)),
        CASE WHEN starts_on IS NULL THEN '{}'::datemultirange ELSE datemultirange(daterange(starts_on, starts_on, '[]')) END);
