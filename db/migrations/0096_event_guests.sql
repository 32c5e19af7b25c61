CREATE TABLE "event_guests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"name" text,
	"email" text,
	"locale" text NOT NULL,
	"companions" text[] DEFAULT '{}' NOT NULL,
	"note" text,
	"is_shown" boolean DEFAULT false NOT NULL,
	"takes_photos" boolean DEFAULT false NOT NULL,
	"confirmed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "event_guests_named_check" CHECK (("event_guests"."name" is null) = ("event_guests"."email" is null))
);
--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "guest_id" uuid;--> statement-breakpoint
ALTER TABLE "event_registrations" ADD COLUMN "guest_id" uuid;--> statement-breakpoint
ALTER TABLE "event_registrations" ADD COLUMN "guest_key" text;--> statement-breakpoint
ALTER TABLE "event_guests" ADD CONSTRAINT "event_guests_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_guests_event_index" ON "event_guests" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "event_guests_email_index" ON "event_guests" USING btree ("email");--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_guest_id_event_guests_id_fk" FOREIGN KEY ("guest_id") REFERENCES "public"."event_guests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_registrations" ADD CONSTRAINT "event_registrations_guest_id_event_guests_id_fk" FOREIGN KEY ("guest_id") REFERENCES "public"."event_guests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mails_guest_index" ON "mails" USING btree ("guest_id");--> statement-breakpoint
CREATE UNIQUE INDEX "event_registrations_guest_unique" ON "event_registrations" USING btree ("event_id","guest_key") WHERE state in ('pending', 'confirmed', 'waiting', 'offered');--> statement-breakpoint
CREATE INDEX "event_registrations_guest_index" ON "event_registrations" USING btree ("guest_id");--> statement-breakpoint
ALTER TABLE "event_registrations" ADD CONSTRAINT "event_registrations_party_check" CHECK (num_nonnulls("event_registrations"."member_id", "event_registrations"."guest_id") = 1);