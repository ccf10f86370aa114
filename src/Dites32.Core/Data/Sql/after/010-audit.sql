-- The audit trail only grows.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE OR REPLACE TRIGGER audit_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Each month of it is a table of the schema audit_months, where nobody but the owner may look. A table is made by itself and
-- attached afterwards: that way no command waits.
CREATE OR REPLACE FUNCTION audit_month(month date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    part text := to_char(month, '"audit_entry_"YYYY_MM');
BEGIN
    IF to_regclass('audit_months.' || part) IS NULL THEN
        EXECUTE format('CREATE TABLE audit_months.%I (LIKE audit_entry INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part);
        EXECUTE format('CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_months.%I
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', part);
        EXECUTE format('ALTER TABLE audit_entry ATTACH PARTITION audit_months.%I FOR VALUES FROM (%L) TO (%L)', part,
            month::timestamp AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
    END IF;
END $$;

-- This month and the next three. The role app may call it (PrepareAuditMonths, each night), which changes nothing else.
CREATE OR REPLACE FUNCTION audit_prepare() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('audit_prepare', 0));
    FOR ahead IN 0..3 LOOP
        PERFORM audit_month((date_trunc('month', now()) + make_interval(months => ahead))::date);
    END LOOP;
END $$;

SELECT audit_prepare();

-- The months that a migration has made.
DO $$
DECLARE
    part regclass;
BEGIN
    FOR part IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'audit_entry'::regclass
        AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = inhrelid AND tgname = 'only_grows') LOOP
        EXECUTE format('CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON %s
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', part);
    END LOOP;
END $$;
