-- Visitors' pages count and list by what triggers write: it has to be known as watched, as what it is made of is.
DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['search_counts', 'search_lines'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW
      EXECUTE FUNCTION raise_public_epoch()', one || '_raises_epoch', one);
    EXECUTE format('CREATE TRIGGER %I AFTER TRUNCATE ON %I FOR EACH STATEMENT
      EXECUTE FUNCTION raise_public_epoch()', one || '_truncate_raises_epoch', one);
  END LOOP;
END $$;
