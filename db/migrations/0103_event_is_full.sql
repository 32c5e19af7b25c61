ALTER TABLE "events" ADD COLUMN "is_full" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "events" SET "is_full" = true WHERE "capacity" <= (
  SELECT coalesce(sum(held."seats"), 0) FROM "event_registrations" held
  WHERE held."event_id" = "events"."id" AND held."state" IN ('confirmed', 'offered'));
