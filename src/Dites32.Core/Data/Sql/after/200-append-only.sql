-- What happened stays: the histories of offers and applications, and the journal of erasures, only grow.
CREATE OR REPLACE TRIGGER erasure_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON erasure
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER offer_event_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON offer_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER application_event_only_grows BEFORE UPDATE OR TRUNCATE ON application_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- At the end of its term an application goes, and its history with it; but only once nobody knows any more who it was of.
CREATE OR REPLACE FUNCTION refuse_without_application() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM application WHERE id = OLD.application_id) THEN
        RAISE EXCEPTION '% goes with its application only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END $$;
CREATE OR REPLACE TRIGGER application_event_goes_with_it BEFORE DELETE ON application_event
    FOR EACH ROW EXECUTE FUNCTION refuse_without_application();

CREATE OR REPLACE FUNCTION refuse_unless_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.erased_at IS NULL THEN
        RAISE EXCEPTION 'an application is erased before it goes' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END $$;
CREATE OR REPLACE TRIGGER application_is_erased_first BEFORE DELETE ON application
    FOR EACH ROW EXECUTE FUNCTION refuse_unless_erased();
