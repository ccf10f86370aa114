-- A room has one intern on a day, and an intern one room.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'ex_housing_booking_room') THEN
        ALTER TABLE housing_booking ADD CONSTRAINT ex_housing_booking_room
            EXCLUDE USING gist (room_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
        ALTER TABLE housing_booking ADD CONSTRAINT ex_housing_booking_intern
            EXCLUDE USING gist (intern_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
    END IF;
END $$;

-- Compressed already, as the photos of offers are.
ALTER TABLE dwelling_photo ALTER COLUMN small SET STORAGE EXTERNAL, ALTER COLUMN large SET STORAGE EXTERNAL;
