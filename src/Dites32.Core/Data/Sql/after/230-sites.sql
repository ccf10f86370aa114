-- The parent of a branch is a health centre of the same organisation, and stays one as long as the branch depends on it.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'fk_site_parent_centre') THEN
        ALTER TABLE site ADD CONSTRAINT ux_site_kind_organisation UNIQUE (id, kind, organisation_id);
        ALTER TABLE site ADD CONSTRAINT fk_site_parent_centre
            FOREIGN KEY (parent_id, parent_kind, organisation_id) REFERENCES site (id, kind, organisation_id);
    END IF;
END $$;
