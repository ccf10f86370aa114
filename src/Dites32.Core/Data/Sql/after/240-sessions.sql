-- Tells every instance that a session ended, or that an account lost or gained a role or was closed.
CREATE OR REPLACE FUNCTION tell_session_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('account_session', NEW.id::text);
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER account_session_ended AFTER UPDATE OF ended_at ON account_session
    FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION tell_session_ended();

CREATE OR REPLACE TRIGGER account_disabled AFTER UPDATE OF disabled_at ON account
    FOR EACH ROW WHEN (OLD.disabled_at IS DISTINCT FROM NEW.disabled_at) EXECUTE FUNCTION tell_session_ended();

CREATE OR REPLACE FUNCTION tell_roles_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('account_session', COALESCE(NEW.user_id, OLD.user_id)::text);
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER account_roles_changed AFTER INSERT OR UPDATE OR DELETE ON account_user_roles
    FOR EACH ROW EXECUTE FUNCTION tell_roles_changed();
