CREATE TABLE "experiences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"topics" text[] DEFAULT '{}' NOT NULL,
	"from_year" integer,
	"to_year" integer,
	"story" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"advice" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_events" DROP CONSTRAINT "audit_events_subject_type_check";--> statement-breakpoint
ALTER TABLE "entries" DROP CONSTRAINT "entries_kind_check";--> statement-breakpoint
ALTER TABLE "entries" DROP CONSTRAINT "entries_owner_check";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_subject_type_check";--> statement-breakpoint
ALTER TABLE "take_downs" DROP CONSTRAINT "take_downs_subject_type_check";--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_subject_type_check";--> statement-breakpoint
ALTER TABLE "experiences" ADD CONSTRAINT "experiences_id_entries_id_fk" FOREIGN KEY ("id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_subject_type_check" CHECK ("audit_events"."subject_type" in ('account', 'member', 'project', 'experience', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'room', 'question', 'update', 'message'));--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_kind_check" CHECK ("entries"."kind" in ('project', 'experience'));--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_owner_check" CHECK ("entries"."kind" not in ('project', 'experience') or "entries"."owner_id" is not null);--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_subject_type_check" CHECK ("decisions"."subject_type" in ('account', 'member', 'project', 'experience', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'room', 'question', 'update', 'message'));--> statement-breakpoint
ALTER TABLE "take_downs" ADD CONSTRAINT "take_downs_subject_type_check" CHECK ("take_downs"."subject_type" in ('project', 'experience', 'activity', 'organisation', 'member', 'question', 'update', 'message'));--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_subject_type_check" CHECK ("notices"."subject_type" in ('account', 'member', 'project', 'experience', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'room', 'question', 'update', 'message'));