ALTER TABLE "project_revisions" ADD COLUMN "last_read" jsonb;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "last_read" jsonb;