-- What happened stays: the histories of offers and applications, and the journal of erasures, only grow.
CREATE OR REPLACE TRIGGER erasure_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON erasure
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER offer_event_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON offer_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER application_event_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON application_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
