-- Never more people at an event than it has places. Looked at when the transaction ends, since one may leave as another moves up;
-- the lock on the event makes whoever changes the places wait, and the reverse.
CREATE OR REPLACE FUNCTION event_places_hold() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    about uuid;
    places integer;
BEGIN
    about := CASE WHEN TG_TABLE_NAME = 'semester_event' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'event_id')::uuid END;
    SELECT seats INTO places FROM public.semester_event WHERE id = about FOR UPDATE;
    IF places < (SELECT count(*) FROM public.event_registration r WHERE r.event_id = about AND r.place = 'Registered') THEN
        RAISE EXCEPTION 'More people come.' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_event_places';
    END IF;
    RETURN NULL;
END $$;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'event_registration_has_place') THEN
        CREATE CONSTRAINT TRIGGER event_registration_has_place AFTER INSERT OR UPDATE OF place ON event_registration
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION event_places_hold();
        CREATE CONSTRAINT TRIGGER semester_event_keeps_places AFTER UPDATE OF seats ON semester_event
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION event_places_hold();
    END IF;
END $$;
