-- Semesters do not overlap; an intern is in one place at a time, and a seat of a placement has one intern at a time.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'ex_assignment_intern') THEN
        ALTER TABLE semester ADD CONSTRAINT ex_semester_overlap EXCLUDE USING gist (daterange(starts_on, ends_on, '[]') WITH &&);
        ALTER TABLE assignment ADD CONSTRAINT ex_assignment_intern
            EXCLUDE USING gist (intern_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
        ALTER TABLE assignment ADD CONSTRAINT ex_assignment_seat
            EXCLUDE USING gist (placement_id WITH =, seat WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION placement_seats(uuid, uuid) RETURNS integer
    LANGUAGE sql STABLE AS $$
        SELECT coalesce((SELECT capacity FROM public.placement_capacity WHERE placement_id = $1 AND semester_id = $2),
                        (SELECT capacity FROM public.placement WHERE id = $1))
    $$;

-- No seat above the capacity. The lock on the placement makes whoever changes the capacity wait, and the reverse.
CREATE OR REPLACE FUNCTION assignment_seat_exists() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM public.placement WHERE id = NEW.placement_id FOR SHARE;
    IF NEW.seat NOT BETWEEN 1 AND public.placement_seats(NEW.placement_id, NEW.semester_id) THEN
        RAISE EXCEPTION 'There is no such seat.' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_assignment_seat';
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER assignment_seat_exists AFTER INSERT OR UPDATE OF placement_id, semester_id, seat ON assignment
    FOR EACH ROW WHEN (NEW.seat IS NOT NULL) EXECUTE FUNCTION assignment_seat_exists();

CREATE OR REPLACE FUNCTION placement_keeps_seats() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    about uuid;
BEGIN
    IF TG_TABLE_NAME = 'placement' THEN
        about := NEW.id;
    ELSE
        about := CASE WHEN TG_OP = 'DELETE' THEN OLD.placement_id ELSE NEW.placement_id END;
        PERFORM FROM public.placement WHERE id = about FOR UPDATE;
    END IF;
    IF EXISTS (SELECT FROM public.assignment a WHERE a.placement_id = about AND a.seat > public.placement_seats(about, a.semester_id)) THEN
        RAISE EXCEPTION 'More interns are there.' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_placement_below_seats';
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER placement_keeps_seats AFTER UPDATE OF capacity ON placement
    FOR EACH ROW EXECUTE FUNCTION placement_keeps_seats();
CREATE OR REPLACE TRIGGER placement_capacity_keeps_seats AFTER INSERT OR UPDATE OR DELETE ON placement_capacity
    FOR EACH ROW EXECUTE FUNCTION placement_keeps_seats();
