-- An activity that changes hands touches two members' notes: always in the same order, or two of them wait for each other.
CREATE OR REPLACE FUNCTION note_deed_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM FROM public.match_notes WHERE member_id IN (OLD.member_id, NEW.member_id) ORDER BY member_id FOR NO KEY UPDATE;
  UPDATE public.match_notes SET changes = changes + 1 WHERE member_id IN (OLD.member_id, NEW.member_id);
  RETURN NULL;
END $$;
