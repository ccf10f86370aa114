-- The audit trail and its seals only grow.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE OR REPLACE TRIGGER audit_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER audit_seal_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER audit_sealed_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_sealed
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Each month of them is a table of the schema audit_months, where nobody but the owner may look. A table is made by itself
-- and attached afterwards: that way no command waits.
CREATE OR REPLACE FUNCTION audit_month(month date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    next date := month + interval '1 month';
BEGIN
    PERFORM audit_part('audit_entry', month, (month::timestamp AT TIME ZONE 'UTC')::text, (next::timestamp AT TIME ZONE 'UTC')::text);
    PERFORM audit_part('audit_sealed', month, month::text, next::text);
END $$;

CREATE OR REPLACE FUNCTION audit_part(whole text, month date, first text, next text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    part text := whole || to_char(month, '_YYYY_MM');
BEGIN
    IF to_regclass('audit_months.' || part) IS NULL THEN
        EXECUTE format('CREATE TABLE audit_months.%I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part, whole);
        EXECUTE format('ALTER TABLE %I ATTACH PARTITION audit_months.%I FOR VALUES FROM (%L) TO (%L)', whole, part, first, next);
    END IF;
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = ('audit_months.' || part)::regclass AND tgname = 'only_grows') THEN
        EXECUTE format('CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_months.%I
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', part);
    END IF;
END $$;

-- A purge (audit-purge), by the owner alone.
CREATE OR REPLACE FUNCTION audit_drop(month date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('DROP TABLE audit_months.%I, audit_months.%I', 'audit_entry' || to_char(month, '_YYYY_MM'), 'audit_sealed' || to_char(month, '_YYYY_MM'));
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

-- The months of entries from before there were months.
SELECT audit_month(to_date(right(relname::text, 7), 'YYYY_MM')) FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
WHERE inhparent = 'audit_entry'::regclass;
