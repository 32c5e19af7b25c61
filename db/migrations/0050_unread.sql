ALTER TABLE "entries" ADD COLUMN "unread_since" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "entries_unread_index" ON "entries" USING btree ("unread_since") WHERE "entries"."unread_since" is not null;--> statement-breakpoint
-- Who has two experiences online, and none that was taken down, needs nobody's eyes before the next.
CREATE FUNCTION trusts_owner(noun text, owner uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT noun = 'experience' AND count(*) FILTER (WHERE moderation = 'published') >= 2
    AND count(*) FILTER (WHERE hidden_at IS NOT NULL) = 0
  FROM public.entries WHERE kind = noun AND owner_id = owner
$$;
--> statement-breakpoint
-- What goes online without the club team's eyes is theirs to read, whoever wrote the statement, until it is away.
CREATE FUNCTION keep_unread() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.moderation = 'draft' AND NEW.moderation = 'published' THEN
    IF NOT public.trusts_owner(NEW.kind, NEW.owner_id) THEN
      RAISE EXCEPTION 'nobody has read %', NEW.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'entries_moderation_move';
    END IF;
    NEW.unread_since := now();
  ELSIF NEW.moderation <> 'published' OR NEW.hidden_at IS NOT NULL THEN
    NEW.unread_since := NULL;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER entries_unread BEFORE UPDATE ON entries FOR EACH ROW EXECUTE FUNCTION keep_unread();
--> statement-breakpoint
DROP TRIGGER entries_moderation_move ON entries;
--> statement-breakpoint
CREATE TRIGGER entries_moderation_move BEFORE UPDATE ON entries FOR EACH ROW
EXECUTE FUNCTION refuse_unlisted_move('moderation',
  'draft>submitted', 'draft>published', 'draft>withdrawn',
  'submitted>changes-requested', 'submitted>published', 'submitted>refused', 'submitted>withdrawn',
  'changes-requested>submitted', 'changes-requested>withdrawn',
  'published>withdrawn', 'published>archived',
  'withdrawn>draft', 'withdrawn>archived',
  'refused>archived');
