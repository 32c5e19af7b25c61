ALTER TABLE "projects" ADD COLUMN "search_public" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "search_members" text DEFAULT '' NOT NULL;