-- Dites32 à 2: nobody is in two meetings at once.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'ex_spouse_meeting_overlap') THEN
        ALTER TABLE spouse.spouse_meeting ADD CONSTRAINT ex_spouse_meeting_overlap
            EXCLUDE USING gist (owner_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (cancelled_at IS NULL);
    END IF;
END $$;
