CREATE TABLE "files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"content" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"width" integer,
	"height" integer,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "files_kind_check" CHECK ("files"."kind" in ('image', 'pdf'))
);
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "logo_id" uuid;--> statement-breakpoint
ALTER TABLE "project_files" ADD COLUMN "file_id" uuid;--> statement-breakpoint
ALTER TABLE "room_document_versions" ADD COLUMN "file_id" uuid;--> statement-breakpoint
-- Each file takes the id of the row it lay in; of removed ones no byte was left.
INSERT INTO "files" ("id", "kind", "content", "size", "width", "height", "hash", "created_at")
	SELECT "id", "kind", "content", "size", "width", "height", "hash", "created_at" FROM "project_files" WHERE "removed_at" IS NULL
	UNION ALL SELECT "id", "kind", "content", "size", NULL, NULL, "hash", "created_at" FROM "room_document_versions"
	UNION ALL SELECT "organisation_id", 'image', "image", length("image"), "width", "height", "hash", "created_at" FROM "organisation_logos";--> statement-breakpoint
-- Emptied before they are dropped: the bytes of a dropped column stay on disk until their row is written anew.
UPDATE "project_files" SET "content" = '', "file_id" = CASE WHEN "removed_at" IS NULL THEN "id" END;--> statement-breakpoint
UPDATE "room_document_versions" SET "content" = '', "file_id" = "id";--> statement-breakpoint
UPDATE "organisations" SET "logo_id" = "id" FROM "organisation_logos" WHERE "organisation_id" = "id";--> statement-breakpoint
DROP TABLE "organisation_logos";--> statement-breakpoint
ALTER TABLE "project_files" DROP CONSTRAINT "project_files_kind_check", DROP COLUMN "kind", DROP COLUMN "content", DROP COLUMN "size", DROP COLUMN "width", DROP COLUMN "height", DROP COLUMN "hash";--> statement-breakpoint
ALTER TABLE "room_document_versions" DROP CONSTRAINT "room_document_versions_kind_check", DROP COLUMN "kind", DROP COLUMN "content", DROP COLUMN "size", DROP COLUMN "hash";--> statement-breakpoint
ALTER TABLE "room_document_versions" ALTER COLUMN "file_id" SET NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_logo_unique" ON "organisations" USING btree ("logo_id") WHERE "organisations"."logo_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "project_files_file_unique" ON "project_files" USING btree ("file_id") WHERE "project_files"."file_id" is not null;--> statement-breakpoint
ALTER TABLE "room_document_versions" ADD CONSTRAINT "room_document_versions_file_unique" UNIQUE("file_id");--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_logo_id_files_id_fk" FOREIGN KEY ("logo_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_files" ADD CONSTRAINT "project_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_document_versions" ADD CONSTRAINT "room_document_versions_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_files" ADD CONSTRAINT "project_files_removed_check" CHECK (("project_files"."file_id" is null) = ("project_files"."removed_at" is not null));--> statement-breakpoint
-- Bytes go with the row that points to them, whoever deletes it: a removal, a cascade, an erasure.
CREATE FUNCTION drop_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(OLD) -> TG_ARGV[0] IS DISTINCT FROM to_jsonb(NEW) -> TG_ARGV[0] THEN
    DELETE FROM public.files WHERE id = (to_jsonb(OLD) ->> TG_ARGV[0])::uuid;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER organisations_drop_logo AFTER DELETE OR UPDATE OF logo_id ON organisations FOR EACH ROW EXECUTE FUNCTION drop_file('logo_id');--> statement-breakpoint
CREATE TRIGGER project_files_drop_file AFTER DELETE OR UPDATE OF file_id ON project_files FOR EACH ROW EXECUTE FUNCTION drop_file('file_id');--> statement-breakpoint
CREATE TRIGGER room_document_versions_drop_file AFTER DELETE OR UPDATE OF file_id ON room_document_versions FOR EACH ROW EXECUTE FUNCTION drop_file('file_id');
