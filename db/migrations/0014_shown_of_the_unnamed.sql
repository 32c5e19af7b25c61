ALTER TABLE "interests" ADD COLUMN "shown_sectors" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "shown_sectors" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "shown_places" text[] DEFAULT '{}' NOT NULL;