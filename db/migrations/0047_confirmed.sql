ALTER TABLE "experiences" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "experiences" ADD COLUMN "reminded_on" date;--> statement-breakpoint
UPDATE "experiences" SET "confirmed_at" = "entries"."published_at" FROM "entries"
	WHERE "entries"."id" = "experiences"."id" AND "entries"."moderation" = 'published';
