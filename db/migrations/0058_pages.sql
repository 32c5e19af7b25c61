CREATE TABLE "pages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"lead" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"body" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"effective_on" date
);
--> statement-breakpoint
ALTER TABLE "audit_events" DROP CONSTRAINT "audit_events_subject_type_check";--> statement-breakpoint
ALTER TABLE "entries" DROP CONSTRAINT "entries_kind_check";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_subject_type_check";--> statement-breakpoint
ALTER TABLE "take_downs" DROP CONSTRAINT "take_downs_subject_type_check";--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_subject_type_check";--> statement-breakpoint
ALTER TABLE "pages" ADD CONSTRAINT "pages_id_entries_id_fk" FOREIGN KEY ("id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_subject_type_check" CHECK ("audit_events"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'heritage', 'page', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'room', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_kind_check" CHECK ("entries"."kind" in ('project', 'experience', 'cooperation', 'heritage', 'page'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_subject_type_check" CHECK ("decisions"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'heritage', 'page', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'room', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "take_downs" ADD CONSTRAINT "take_downs_subject_type_check" CHECK ("take_downs"."subject_type" in ('project', 'experience', 'cooperation', 'heritage', 'page', 'activity', 'organisation', 'member', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_subject_type_check" CHECK ("notices"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'heritage', 'page', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'room', 'question', 'update', 'message', 'opinion'));
--> statement-breakpoint
CREATE TRIGGER pages_raises_epoch AFTER INSERT OR UPDATE OR DELETE ON pages FOR EACH ROW
EXECUTE FUNCTION raise_public_epoch('entry');
--> statement-breakpoint
CREATE TRIGGER pages_truncate_raises_epoch AFTER TRUNCATE ON pages FOR EACH STATEMENT
EXECUTE FUNCTION raise_public_epoch();
--> statement-breakpoint
-- What a page of the club said before is read by visitors until the next one takes effect.
CREATE TRIGGER entry_versions_raises_epoch AFTER INSERT OR UPDATE OR DELETE ON entry_versions FOR EACH ROW
EXECUTE FUNCTION raise_public_epoch();
--> statement-breakpoint
CREATE TRIGGER entry_versions_truncate_raises_epoch AFTER TRUNCATE ON entry_versions FOR EACH STATEMENT
EXECUTE FUNCTION raise_public_epoch();
--> statement-breakpoint
-- From now on these are the addresses of the club's pages. Whoever has one gets the end that a taken address gets.
DO $$
BEGIN
  UPDATE entries SET slug = slug || '-' || left(md5(id::text), 4)
  WHERE slug IN ('legal', 'privacy', 'charter', 'accessibility', 'about');
  IF FOUND THEN
    SET CONSTRAINTS ALL IMMEDIATE;
  END IF;
END $$;
