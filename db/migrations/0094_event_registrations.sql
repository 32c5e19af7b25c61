CREATE TABLE "event_registrations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"member_id" uuid,
	"state" text NOT NULL,
	"seats" integer GENERATED ALWAYS AS (1 + cardinality(companions)) STORED NOT NULL,
	"companions" text[] DEFAULT '{}' NOT NULL,
	"queue" bigint GENERATED ALWAYS AS IDENTITY (sequence name "event_registrations_queue_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"offered_until" timestamp with time zone,
	"passed_at" timestamp with time zone,
	"verdict" text,
	"reason_code" text,
	"reason_words" text,
	"told_at" timestamp with time zone,
	"is_shown" boolean DEFAULT false NOT NULL,
	"takes_photos" boolean DEFAULT false NOT NULL,
	"note" text,
	"paid_at" timestamp with time zone,
	"paid_by" uuid,
	"attended_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "event_registrations_state_check" CHECK ("event_registrations"."state" in ('pending', 'confirmed', 'waiting', 'offered', 'declined', 'not-selected', 'offer-expired', 'attended', 'absent', 'cancelled')),
	CONSTRAINT "event_registrations_verdict_check" CHECK ("event_registrations"."verdict" in ('selected', 'not-selected')),
	CONSTRAINT "event_registrations_companions_check" CHECK (cardinality("event_registrations"."companions") <= 9),
	CONSTRAINT "event_registrations_offer_check" CHECK (("event_registrations"."state" = 'offered') = ("event_registrations"."offered_until" is not null))
);
--> statement-breakpoint
ALTER TABLE "event_registrations" ADD CONSTRAINT "event_registrations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_registrations" ADD CONSTRAINT "event_registrations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_registrations" ADD CONSTRAINT "event_registrations_paid_by_accounts_id_fk" FOREIGN KEY ("paid_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "event_registrations_living_unique" ON "event_registrations" USING btree ("event_id","member_id") WHERE state in ('pending', 'confirmed', 'waiting', 'offered');--> statement-breakpoint
CREATE INDEX "event_registrations_queue_index" ON "event_registrations" USING btree ("event_id","state","queue");--> statement-breakpoint
CREATE INDEX "event_registrations_member_index" ON "event_registrations" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "event_registrations_paid_by_index" ON "event_registrations" USING btree ("paid_by");--> statement-breakpoint
CREATE TRIGGER event_registrations_state_move BEFORE UPDATE ON event_registrations FOR EACH ROW
EXECUTE FUNCTION refuse_unlisted_move('state',
  'pending>confirmed', 'pending>waiting', 'pending>declined', 'pending>not-selected', 'pending>cancelled',
  'waiting>offered', 'waiting>cancelled',
  'offered>confirmed', 'offered>declined', 'offered>offer-expired', 'offered>cancelled',
  'confirmed>attended', 'confirmed>absent', 'confirmed>cancelled');
--> statement-breakpoint
CREATE TRIGGER events_progress_move BEFORE UPDATE ON events FOR EACH ROW
EXECUTE FUNCTION refuse_unlisted_move('progress',
  'announced>open', 'announced>cancelled', 'open>closed', 'open>cancelled', 'closed>open', 'closed>cancelled');
