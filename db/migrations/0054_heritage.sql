CREATE TABLE "heritage" (
	"id" uuid PRIMARY KEY NOT NULL,
	"part" text,
	"starts" text,
	"ends" text,
	"is_about" boolean DEFAULT false NOT NULL,
	"figure" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"story" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"differs" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" text,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"leads_to" text,
	"from_seed" boolean DEFAULT false NOT NULL,
	"position" integer,
	CONSTRAINT "heritage_dates_check" CHECK ("heritage"."starts" ~ '^\d{4}(-\d{2}(-\d{2})?)?$' and "heritage"."ends" ~ '^\d{4}(-\d{2}(-\d{2})?)?$')
);
--> statement-breakpoint
ALTER TABLE "audit_events" DROP CONSTRAINT "audit_events_subject_type_check";--> statement-breakpoint
ALTER TABLE "entries" DROP CONSTRAINT "entries_kind_check";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_subject_type_check";--> statement-breakpoint
ALTER TABLE "take_downs" DROP CONSTRAINT "take_downs_subject_type_check";--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_subject_type_check";--> statement-breakpoint
ALTER TABLE "heritage" ADD CONSTRAINT "heritage_id_entries_id_fk" FOREIGN KEY ("id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_subject_type_check" CHECK ("audit_events"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'heritage', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'room', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_kind_check" CHECK ("entries"."kind" in ('project', 'experience', 'cooperation', 'heritage'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_subject_type_check" CHECK ("decisions"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'heritage', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'room', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "take_downs" ADD CONSTRAINT "take_downs_subject_type_check" CHECK ("take_downs"."subject_type" in ('project', 'experience', 'cooperation', 'heritage', 'activity', 'organisation', 'member', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_subject_type_check" CHECK ("notices"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'heritage', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'room', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
CREATE TRIGGER heritage_raises_epoch AFTER INSERT OR UPDATE OR DELETE ON heritage FOR EACH ROW
EXECUTE FUNCTION raise_public_epoch('entry');
--> statement-breakpoint
CREATE TRIGGER heritage_truncate_raises_epoch AFTER TRUNCATE ON heritage FOR EACH STATEMENT
EXECUTE FUNCTION raise_public_epoch();
