ALTER TABLE "project_notices" RENAME TO "deadline_warnings";--> statement-breakpoint
ALTER TABLE "deadline_warnings" RENAME CONSTRAINT "project_notices_pkey" TO "deadline_warnings_pkey";--> statement-breakpoint
ALTER TABLE "deadline_warnings" RENAME CONSTRAINT "project_notices_unique" TO "deadline_warnings_unique";--> statement-breakpoint
ALTER TABLE "deadline_warnings" RENAME CONSTRAINT "project_notices_project_id_projects_id_fk" TO "deadline_warnings_project_id_projects_id_fk";
