CREATE TABLE "asks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"asked_count" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_events" DROP CONSTRAINT "audit_events_subject_type_check";--> statement-breakpoint
ALTER TABLE "entries" DROP CONSTRAINT "entries_kind_check";--> statement-breakpoint
ALTER TABLE "entries" DROP CONSTRAINT "entries_owner_check";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_subject_type_check";--> statement-breakpoint
ALTER TABLE "desk_items" DROP CONSTRAINT "desk_items_kind_check";--> statement-breakpoint
ALTER TABLE "desk_notes" DROP CONSTRAINT "desk_notes_subject_type_check";--> statement-breakpoint
ALTER TABLE "take_downs" DROP CONSTRAINT "take_downs_subject_type_check";--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_subject_type_check";--> statement-breakpoint
ALTER TABLE "entry_questions" ADD COLUMN "helped_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_id_entries_id_fk" FOREIGN KEY ("id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_subject_type_check" CHECK ("audit_events"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'heritage', 'page', 'ask', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'introduction', 'room', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_kind_check" CHECK ("entries"."kind" in ('project', 'experience', 'cooperation', 'heritage', 'page', 'ask'));--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_owner_check" CHECK ("entries"."kind" not in ('project', 'experience', 'ask') or "entries"."owner_id" is not null);--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_subject_type_check" CHECK ("decisions"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'heritage', 'page', 'ask', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'introduction', 'room', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "desk_items" ADD CONSTRAINT "desk_items_kind_check" CHECK ("desk_items"."kind" in ('account', 'claim', 'revision', 'project', 'experience', 'cooperation', 'heritage', 'page', 'ask'));--> statement-breakpoint
ALTER TABLE "desk_notes" ADD CONSTRAINT "desk_notes_subject_type_check" CHECK ("desk_notes"."subject_type" in ('account', 'project', 'experience', 'cooperation', 'heritage', 'page', 'ask'));--> statement-breakpoint
ALTER TABLE "take_downs" ADD CONSTRAINT "take_downs_subject_type_check" CHECK ("take_downs"."subject_type" in ('project', 'experience', 'cooperation', 'heritage', 'page', 'ask', 'activity', 'organisation', 'member', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_subject_type_check" CHECK ("notices"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'heritage', 'page', 'ask', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'introduction', 'room', 'question', 'update', 'message', 'opinion'));
--> statement-breakpoint
-- What a member asks the club goes online at once, whoever they are: the club team reads it afterwards.
CREATE OR REPLACE FUNCTION trusts_owner(noun text, owner uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT noun = 'ask' OR noun = 'experience' AND count(*) FILTER (WHERE moderation = 'published') >= 2
    AND count(*) FILTER (WHERE hidden_at IS NOT NULL) = 0
  FROM public.entries WHERE kind = noun AND owner_id = owner
$$;
