CREATE TABLE "experience_opinions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"entry_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"stance" text NOT NULL,
	"locale" text NOT NULL,
	"words" text NOT NULL,
	"since_year" integer,
	"hidden_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "experience_opinions_unique" UNIQUE("entry_id","member_id"),
	CONSTRAINT "experience_opinions_stance_check" CHECK ("experience_opinions"."stance" in ('endorsed', 'contradicted')),
	CONSTRAINT "experience_opinions_since_check" CHECK (("experience_opinions"."stance" = 'contradicted') = ("experience_opinions"."since_year" is not null))
);
--> statement-breakpoint
ALTER TABLE "audit_events" DROP CONSTRAINT "audit_events_subject_type_check";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_subject_type_check";--> statement-breakpoint
ALTER TABLE "take_downs" DROP CONSTRAINT "take_downs_subject_type_check";--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_subject_type_check";--> statement-breakpoint
ALTER TABLE "experience_opinions" ADD CONSTRAINT "experience_opinions_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experience_opinions" ADD CONSTRAINT "experience_opinions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "experience_opinions_member_index" ON "experience_opinions" USING btree ("member_id");--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_subject_type_check" CHECK ("audit_events"."subject_type" in ('account', 'member', 'project', 'experience', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'room', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_subject_type_check" CHECK ("decisions"."subject_type" in ('account', 'member', 'project', 'experience', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'room', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "take_downs" ADD CONSTRAINT "take_downs_subject_type_check" CHECK ("take_downs"."subject_type" in ('project', 'experience', 'activity', 'organisation', 'member', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_subject_type_check" CHECK ("notices"."subject_type" in ('account', 'member', 'project', 'experience', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'room', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
CREATE TRIGGER experience_opinions_raises_epoch AFTER INSERT OR UPDATE OR DELETE ON experience_opinions FOR EACH ROW
EXECUTE FUNCTION raise_public_epoch();
--> statement-breakpoint
CREATE TRIGGER experience_opinions_truncate_raises_epoch AFTER TRUNCATE ON experience_opinions
FOR EACH STATEMENT EXECUTE FUNCTION raise_public_epoch();
