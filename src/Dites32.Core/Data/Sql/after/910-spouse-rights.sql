-- The wall (ADR-0016): of the schema spouse the role app reads one view, of totals; the role spouse reads nothing of the
-- portal but the communes, and by a view the offers that are published.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'spouse') THEN
        RAISE EXCEPTION 'the role « spouse » is missing: create it first (docs/exploitation.md)';
    END IF;
END $$;
REVOKE ALL ON SCHEMA spouse FROM PUBLIC, app;
REVOKE ALL ON ALL TABLES IN SCHEMA spouse FROM PUBLIC, app;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA spouse FROM PUBLIC, app;
GRANT USAGE ON SCHEMA spouse TO spouse, app;
GRANT SELECT ON spouse.accompanied TO app;
GRANT EXECUTE ON FUNCTION spouse.count_accompanied() TO app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA spouse TO spouse;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA spouse TO spouse;
REVOKE INSERT, UPDATE ON spouse.audit_entry FROM spouse;
GRANT INSERT (actor_kind, account_id, link_id, action, subject_kind, subject_id, purpose) ON spouse.audit_entry TO spouse;
REVOKE UPDATE ON spouse.document_chunk FROM spouse;
REVOKE UPDATE, DELETE ON spouse.spouse_event, spouse.spouse_erasure, spouse.audit_seal FROM spouse;
REVOKE UPDATE ON spouse.audit_sealed FROM spouse;
REVOKE INSERT, UPDATE, DELETE ON spouse."__EFMigrationsHistory", spouse.published_offer FROM spouse;

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM spouse;
GRANT USAGE ON SCHEMA public TO spouse;
GRANT SELECT ON commune, epci TO spouse;
