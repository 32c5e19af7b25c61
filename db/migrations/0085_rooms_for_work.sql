ALTER TABLE "files" DROP CONSTRAINT "files_kind_check";--> statement-breakpoint
ALTER TABLE "room_document_versions" ALTER COLUMN "file_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_kind_check" CHECK ("files"."kind" in ('image', 'pdf', 'office'));--> statement-breakpoint
ALTER TABLE "room_document_versions" ADD CONSTRAINT "room_document_versions_link_check" CHECK ("room_document_versions"."file_id" is not null or "room_document_versions"."name" like 'https://%');