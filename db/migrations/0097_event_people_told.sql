ALTER TABLE "event_people" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
-- Whoever keeps an event heard at once, and so did whoever was named while it was online.
UPDATE "event_people" SET "told_at" = now() WHERE "role" = 'manager' OR EXISTS (
  SELECT FROM "entries" WHERE "entries"."id" = "event_people"."event_id" AND "entries"."moderation" = 'published');
