ALTER TABLE "event_registrations" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "event_registrations" ADD COLUMN "outcome_words" text;--> statement-breakpoint
ALTER TABLE "event_registrations" ADD COLUMN "reminded_days" integer;