CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"reason_code" text NOT NULL,
	"words" text,
	"reporter_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	CONSTRAINT "reports_state_check" CHECK ("reports"."state" in ('open', 'upheld', 'dismissed')),
	CONSTRAINT "reports_reason_check" CHECK ("reports"."reason_code" ~ '^[a-z]+(-[a-z]+)*$'),
	CONSTRAINT "reports_subject_type_check" CHECK ("reports"."subject_type" in ('project', 'experience', 'cooperation', 'heritage', 'page', 'ask', 'event', 'activity', 'organisation', 'member', 'question', 'update', 'message', 'opinion'))
);
--> statement-breakpoint
ALTER TABLE "audit_events" DROP CONSTRAINT "audit_events_subject_type_check";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_subject_type_check";--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_subject_type_check";--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_reporter_id_accounts_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reports_waiting_unique" ON "reports" USING btree ("subject_id","reporter_id") WHERE "reports"."state" = 'open';--> statement-breakpoint
CREATE INDEX "reports_waiting_index" ON "reports" USING btree ("created_at") WHERE "reports"."state" = 'open';--> statement-breakpoint
CREATE INDEX "reports_subject_index" ON "reports" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "reports_case_index" ON "reports" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "reports_reporter_index" ON "reports" USING btree ("reporter_id") WHERE "reports"."reporter_id" is not null;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_subject_type_check" CHECK ("audit_events"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'heritage', 'page', 'ask', 'event', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'introduction', 'room', 'question', 'update', 'message', 'opinion', 'report'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_subject_type_check" CHECK ("decisions"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'heritage', 'page', 'ask', 'event', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'introduction', 'room', 'question', 'update', 'message', 'opinion', 'report'));--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_subject_type_check" CHECK ("notices"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'heritage', 'page', 'ask', 'event', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'introduction', 'room', 'question', 'update', 'message', 'opinion', 'report'));