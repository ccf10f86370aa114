-- Dites32 à 2: what happened stays, as in the portal; a file's history goes with its file only.
CREATE OR REPLACE FUNCTION spouse.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE OR REPLACE TRIGGER audit_entry_only_grows BEFORE UPDATE OR TRUNCATE ON spouse.audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION spouse.refuse_change();

CREATE OR REPLACE TRIGGER audit_seal_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON spouse.audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION spouse.refuse_change();
CREATE OR REPLACE TRIGGER audit_sealed_only_grows BEFORE UPDATE OR TRUNCATE ON spouse.audit_sealed
    FOR EACH STATEMENT EXECUTE FUNCTION spouse.refuse_change();

-- A trace goes after a year, as people are told, and not before; so does the list of the entries that a seal covers.
CREATE OR REPLACE FUNCTION spouse.refuse_young() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.at > now() - interval '1 year' THEN
        RAISE EXCEPTION '% keeps a year', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END $$;
CREATE OR REPLACE TRIGGER audit_entry_keeps_a_year BEFORE DELETE ON spouse.audit_entry
    FOR EACH ROW EXECUTE FUNCTION spouse.refuse_young();
CREATE OR REPLACE FUNCTION spouse.refuse_young_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.month > now() - interval '13 months' + interval '1 day' THEN
        RAISE EXCEPTION '% keeps a year', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END $$;
CREATE OR REPLACE TRIGGER audit_sealed_keeps_a_year BEFORE DELETE ON spouse.audit_sealed
    FOR EACH ROW EXECUTE FUNCTION spouse.refuse_young_month();
CREATE OR REPLACE TRIGGER erasure_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON spouse.spouse_erasure
    FOR EACH STATEMENT EXECUTE FUNCTION spouse.refuse_change();
CREATE OR REPLACE TRIGGER event_only_grows BEFORE UPDATE OR TRUNCATE ON spouse.spouse_event
    FOR EACH STATEMENT EXECUTE FUNCTION spouse.refuse_change();

CREATE OR REPLACE FUNCTION spouse.refuse_without_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM spouse.spouse_case WHERE id = OLD.case_id) THEN
        RAISE EXCEPTION '% goes with its file only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END $$;
CREATE OR REPLACE TRIGGER event_goes_with_it BEFORE DELETE ON spouse.spouse_event
    FOR EACH ROW EXECUTE FUNCTION spouse.refuse_without_case();

-- What partners may see of the offers to doctors: what the public sees. An anonymous one shows its EPCI only.
CREATE OR REPLACE VIEW spouse.published_offer AS
SELECT number, slug, title, specialty_code, CASE WHEN is_anonymous THEN NULL ELSE insee_code END AS insee_code, epci_code, closes_on
FROM public.offer WHERE status = 'Published' AND specialty_code IS NOT NULL;

-- As in the portal: the five kinds of files are compressed already.
ALTER TABLE spouse.document_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- What the portal may say of those who are accompanied: by year of their consent and by outcome, nobody in two rows, five
-- people or more in each. Those of smaller cells are together in a row that has neither; where they are fewer than five in
-- all, the smallest of the other cells joins them, so that no difference leads to a few. Whoever has agreed in the present
-- month is not there yet. It is a function, so that EXPLAIN shows nothing of what is counted.
CREATE OR REPLACE FUNCTION spouse.count_accompanied() RETURNS TABLE (year int, outcome text, people bigint, before date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'Europe/Paris' AS $$
    WITH cell AS MATERIALIZED (
        SELECT extract(year FROM c.consented_at)::int AS year,
            CASE WHEN c.state IN ('InPost', 'BusinessCreated', 'Paused', 'Closed') THEN c.state ELSE 'UnderWay' END AS outcome,
            count(*) AS people
        FROM spouse.spouse_case AS c
        WHERE c.consented_at < date_trunc('month', now())
        GROUP BY 1, 2
    ), joining AS (
        SELECT cell.year, cell.outcome FROM cell
        WHERE cell.people >= 5 AND (SELECT sum(s.people) FROM cell AS s WHERE s.people < 5) < 5
        ORDER BY cell.people, cell.year, cell.outcome LIMIT 1
    ), placed AS (
        SELECT cell.people, CASE WHEN cell.people >= 5 AND joining.year IS NULL THEN cell.year END AS year,
            CASE WHEN cell.people >= 5 AND joining.year IS NULL THEN cell.outcome END AS outcome
        FROM cell LEFT JOIN joining USING (year, outcome)
    )
    SELECT placed.year, placed.outcome, sum(placed.people)::bigint, date_trunc('month', now())::date
    FROM placed GROUP BY placed.year, placed.outcome HAVING sum(placed.people) >= 5
$$;
CREATE OR REPLACE VIEW spouse.accompanied AS SELECT year, outcome, people, before FROM spouse.count_accompanied();
