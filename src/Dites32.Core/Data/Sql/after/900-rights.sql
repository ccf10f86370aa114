-- The role app reads and writes rows; the schema belongs to the owner.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO app;
REVOKE UPDATE, DELETE ON audit_entry FROM app;
REVOKE UPDATE ON document_chunk FROM app;
REVOKE INSERT, UPDATE, DELETE ON "__EFMigrationsHistory" FROM app;
