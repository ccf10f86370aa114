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
