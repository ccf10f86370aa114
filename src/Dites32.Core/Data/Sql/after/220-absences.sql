-- One deputy a day: the absences of an account do not overlap. Of two that did, the one written last has always counted.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'ex_absence_overlap') THEN
        DELETE FROM absence AS earlier USING absence AS later
        WHERE earlier.account_id = later.account_id AND earlier.id < later.id
            AND daterange(earlier."from", earlier."to", '[]') && daterange(later."from", later."to", '[]');
        ALTER TABLE absence ADD CONSTRAINT ex_absence_overlap
            EXCLUDE USING gist (account_id WITH =, daterange("from", "to", '[]') WITH &&);
    END IF;
END $$;
