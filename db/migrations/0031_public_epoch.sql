CREATE TABLE "public_epoch" (
	"slot" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "public_epoch_slot_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"epoch" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
INSERT INTO "public_epoch" DEFAULT VALUES;
--> statement-breakpoint
-- Once a transaction. A row that another transaction holds is passed over: no writer waits, and the sum is right in any
-- order of commits. Not deferred: a migration that fills a table could not alter it any more.
CREATE FUNCTION raise_public_epoch() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF current_setting('club.public_epoch', true) = 'raised' THEN
    RETURN NULL;
  END IF;
  -- Of an entry that is not online nobody reads the rest.
  IF TG_TABLE_NAME = 'projects' AND TG_LEVEL = 'ROW' THEN
    IF NOT EXISTS (
      SELECT FROM public.entries WHERE id = coalesce(NEW.id, OLD.id) AND moderation = 'published'
    ) THEN
      RETURN NULL;
    END IF;
  END IF;
  UPDATE public.public_epoch SET epoch = epoch + 1 WHERE slot = (
    SELECT slot FROM public.public_epoch LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
  );
  IF NOT FOUND THEN
    INSERT INTO public.public_epoch DEFAULT VALUES;
  END IF;
  PERFORM set_config('club.public_epoch', 'raised', true);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER entries_insert_raises_epoch AFTER INSERT ON entries FOR EACH ROW
WHEN (NEW.moderation = 'published') EXECUTE FUNCTION raise_public_epoch();
--> statement-breakpoint
CREATE TRIGGER entries_update_raises_epoch AFTER UPDATE ON entries FOR EACH ROW
WHEN (OLD.moderation = 'published' OR NEW.moderation = 'published') EXECUTE FUNCTION raise_public_epoch();
--> statement-breakpoint
CREATE TRIGGER entries_delete_raises_epoch AFTER DELETE ON entries FOR EACH ROW
WHEN (OLD.moderation = 'published') EXECUTE FUNCTION raise_public_epoch();
--> statement-breakpoint
CREATE TRIGGER entries_truncate_raises_epoch AFTER TRUNCATE ON entries
FOR EACH STATEMENT EXECUTE FUNCTION raise_public_epoch();
--> statement-breakpoint
DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['accounts', 'activities', 'affiliations', 'consents', 'entry_questions', 'files', 'members',
    'organisations', 'project_outcomes', 'projects', 'room_updates', 'rooms'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW
      EXECUTE FUNCTION raise_public_epoch()', one || '_raises_epoch', one);
    EXECUTE format('CREATE TRIGGER %I AFTER TRUNCATE ON %I FOR EACH STATEMENT
      EXECUTE FUNCTION raise_public_epoch()', one || '_truncate_raises_epoch', one);
  END LOOP;
END $$;
