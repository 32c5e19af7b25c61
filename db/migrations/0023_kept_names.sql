ALTER TABLE "members" ADD COLUMN "name_kept_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "name_kept_at" timestamp with time zone;