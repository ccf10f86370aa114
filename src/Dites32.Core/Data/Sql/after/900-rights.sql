-- The role app reads and writes rows; the schema belongs to the owner.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO app;
-- The trail: it adds entries, and the database gives them their number and their date.
REVOKE INSERT, UPDATE, DELETE ON audit_entry FROM app;
GRANT INSERT (actor_kind, account_id, link_id, action, subject_kind, subject_id, purpose) ON audit_entry TO app;
REVOKE UPDATE, DELETE ON audit_seal, audit_sealed FROM app;
REVOKE ALL ON FUNCTION audit_prepare(), audit_month(date), audit_part(text, date, text, text), audit_drop(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_prepare() TO app;
REVOKE UPDATE, DELETE ON offer_event, application_event, erasure FROM app;
REVOKE UPDATE ON document_chunk, offer_photo FROM app;
REVOKE INSERT, UPDATE, DELETE ON "__EFMigrationsHistory" FROM app;
-- The territory comes from files, loaded by the owner.
REVOKE INSERT, UPDATE, DELETE ON commune, epci, specialty, territory_outline, territory_version FROM app;
