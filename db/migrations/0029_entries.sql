-- What all published things share moves to one table, which the nouns' tables extend: each project keeps its key,
-- and what hangs on any published thing hangs on the entry.
CREATE TABLE "entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"owner_id" uuid,
	"moderation" text DEFAULT 'draft' NOT NULL,
	"last_read" jsonb,
	"original_locale" text NOT NULL,
	"title" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"teaser" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"stale" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"provenance" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"text_level" text DEFAULT 'members' NOT NULL,
	"owner_level" text DEFAULT 'contacts' NOT NULL,
	"sectors" text[] DEFAULT '{}' NOT NULL,
	"cities" text[] DEFAULT '{}' NOT NULL,
	"shown_sectors" text[] DEFAULT '{}' NOT NULL,
	"shown_places" text[] DEFAULT '{}' NOT NULL,
	"search_public" text DEFAULT '' NOT NULL,
	"search_members" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"hidden_at" timestamp with time zone,
	CONSTRAINT "entries_slug_unique" UNIQUE("kind","slug"),
	CONSTRAINT "entries_kind_check" CHECK ("entries"."kind" in ('project')),
	CONSTRAINT "entries_moderation_check" CHECK ("entries"."moderation" in ('draft', 'submitted', 'changes-requested', 'published', 'refused', 'withdrawn', 'archived')),
	CONSTRAINT "entries_text_level_check" CHECK ("entries"."text_level" in ('members', 'contacts')),
	CONSTRAINT "entries_owner_level_check" CHECK ("entries"."owner_level" in ('members', 'contacts')),
	CONSTRAINT "entries_owner_check" CHECK ("entries"."kind" <> 'project' or "entries"."owner_id" is not null)
);
--> statement-breakpoint
LOCK TABLE "projects" IN ACCESS EXCLUSIVE MODE;
--> statement-breakpoint
INSERT INTO "entries" ("id", "kind", "slug", "owner_id", "moderation", "last_read", "original_locale", "title", "teaser", "stale", "provenance", "text_level", "owner_level", "sectors", "cities", "shown_sectors", "shown_places", "search_public", "search_members", "version", "created_at", "updated_at", "submitted_at", "published_at", "hidden_at")
	SELECT "id", 'project', "slug", "owner_id", "moderation", "last_read", "original_locale", "title", "teaser", "stale", "provenance", "text_level", "owner_level", "sectors", "cities", "shown_sectors", "shown_places", "search_public", "search_members", "version", "created_at", "updated_at", "submitted_at", "published_at", "hidden_at"
	FROM "projects";
--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_owner_id_members_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
DROP TRIGGER "projects_moderation_move" ON "projects";
--> statement-breakpoint
DROP TRIGGER "projects_progress_move" ON "projects";
--> statement-breakpoint
DROP INDEX "projects_deadline_index";
--> statement-breakpoint
ALTER TABLE "projects"
	DROP COLUMN "slug",
	DROP COLUMN "owner_id",
	DROP COLUMN "moderation",
	DROP COLUMN "last_read",
	DROP COLUMN "original_locale",
	DROP COLUMN "title",
	DROP COLUMN "teaser",
	DROP COLUMN "stale",
	DROP COLUMN "provenance",
	DROP COLUMN "text_level",
	DROP COLUMN "owner_level",
	DROP COLUMN "sectors",
	DROP COLUMN "cities",
	DROP COLUMN "shown_sectors",
	DROP COLUMN "shown_places",
	DROP COLUMN "search_public",
	DROP COLUMN "search_members",
	DROP COLUMN "version",
	DROP COLUMN "created_at",
	DROP COLUMN "updated_at",
	DROP COLUMN "submitted_at",
	DROP COLUMN "published_at",
	DROP COLUMN "hidden_at",
	ALTER COLUMN "id" DROP DEFAULT,
	ADD CONSTRAINT "projects_id_entries_id_fk" FOREIGN KEY ("id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "project_revisions" RENAME TO "entry_revisions";
--> statement-breakpoint
ALTER TABLE "entry_revisions" RENAME COLUMN "project_id" TO "entry_id";
--> statement-breakpoint
ALTER TABLE "entry_revisions" DROP CONSTRAINT "project_revisions_project_id_projects_id_fk",
	ADD CONSTRAINT "entry_revisions_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "project_versions" RENAME TO "entry_versions";
--> statement-breakpoint
ALTER TABLE "entry_versions" RENAME COLUMN "project_id" TO "entry_id";
--> statement-breakpoint
ALTER TABLE "entry_versions" DROP CONSTRAINT "project_versions_project_id_projects_id_fk",
	ADD CONSTRAINT "entry_versions_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "project_questions" RENAME TO "entry_questions";
--> statement-breakpoint
ALTER TABLE "entry_questions" RENAME COLUMN "project_id" TO "entry_id";
--> statement-breakpoint
ALTER TABLE "entry_questions" DROP CONSTRAINT "project_questions_project_id_projects_id_fk",
	ADD CONSTRAINT "entry_questions_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "project_accesses" RENAME TO "entry_accesses";
--> statement-breakpoint
ALTER TABLE "entry_accesses" RENAME COLUMN "project_id" TO "entry_id";
--> statement-breakpoint
ALTER TABLE "entry_accesses" DROP CONSTRAINT "project_accesses_project_id_projects_id_fk",
	ADD CONSTRAINT "entry_accesses_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "project_files" RENAME TO "entry_files";
--> statement-breakpoint
ALTER TABLE "entry_files" RENAME COLUMN "project_id" TO "entry_id";
--> statement-breakpoint
ALTER TABLE "entry_files" DROP CONSTRAINT "project_files_project_id_projects_id_fk",
	ADD CONSTRAINT "entry_files_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "translation_offers" RENAME COLUMN "project_id" TO "entry_id";
--> statement-breakpoint
ALTER TABLE "translation_offers" DROP CONSTRAINT "translation_offers_project_id_projects_id_fk",
	ADD CONSTRAINT "translation_offers_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
-- Their constraints, indexes and triggers are called as their tables.
DO $$
DECLARE
  one record;
  tables regclass[] := ARRAY['entry_revisions', 'entry_versions', 'entry_questions', 'entry_accesses', 'entry_files',
    'translation_offers'];
BEGIN
  FOR one IN SELECT conrelid::regclass AS owner, conname AS name FROM pg_constraint
    WHERE conrelid = ANY (tables) AND conname ~ '^project_' LOOP
    EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', one.owner, one.name,
      regexp_replace(one.name, '^project_', 'entry_'));
  END LOOP;
  FOR one IN SELECT indexrelid::regclass AS name FROM pg_index
    WHERE indrelid = ANY (tables) AND indexrelid::regclass::text ~ '^project_|_project_index$' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', one.name, regexp_replace(
      regexp_replace(one.name::text, '^project_', 'entry_'), '_project_index$', '_entry_index'));
  END LOOP;
  FOR one IN SELECT tgrelid::regclass AS owner, tgname AS name FROM pg_trigger
    WHERE tgrelid = ANY (tables) AND tgname ~ '^project_' LOOP
    EXECUTE format('ALTER TRIGGER %I ON %s RENAME TO %I', one.name, one.owner,
      regexp_replace(one.name, '^project_', 'entry_'));
  END LOOP;
END $$;
--> statement-breakpoint
CREATE INDEX "entries_owner_index" ON "entries" USING btree ("owner_id");
--> statement-breakpoint
CREATE INDEX "entries_published_index" ON "entries" USING btree ("kind","published_at") WHERE "entries"."moderation" = 'published';
--> statement-breakpoint
CREATE INDEX "entries_submitted_index" ON "entries" USING btree ("submitted_at") WHERE "entries"."moderation" = 'submitted';
--> statement-breakpoint
CREATE INDEX "projects_deadline_index" ON "projects" USING btree ("deadline") WHERE "projects"."deadline" is not null;
--> statement-breakpoint
CREATE TRIGGER entries_moderation_move BEFORE UPDATE ON entries FOR EACH ROW
EXECUTE FUNCTION refuse_unlisted_move('moderation',
  'draft>submitted', 'draft>withdrawn',
  'submitted>changes-requested', 'submitted>published', 'submitted>refused', 'submitted>withdrawn',
  'changes-requested>submitted', 'changes-requested>withdrawn',
  'published>withdrawn', 'published>archived',
  'withdrawn>draft', 'withdrawn>archived',
  'refused>archived');
--> statement-breakpoint
-- As `refuse_unlisted_move`, of an entry that is online: before that its owner is free to choose.
CREATE FUNCTION refuse_unlisted_move_online() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  column_name text := TG_ARGV[0];
  old_state text := to_jsonb(OLD) ->> column_name;
  new_state text := to_jsonb(NEW) ->> column_name;
BEGIN
  IF old_state IS DISTINCT FROM new_state
     AND NOT (old_state || '>' || new_state = ANY (TG_ARGV[1:]))
     AND EXISTS (SELECT FROM entries WHERE id = NEW.id AND moderation = 'published') THEN
    RAISE EXCEPTION 'move % > % of %.% is not listed', old_state, new_state, TG_TABLE_NAME, column_name
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_' || column_name || '_move';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER projects_progress_move BEFORE UPDATE ON projects FOR EACH ROW
EXECUTE FUNCTION refuse_unlisted_move_online('progress',
  'idea>scoping', 'idea>seeking-partners', 'idea>in-progress', 'idea>on-hold', 'idea>dropped',
  'scoping>seeking-partners', 'scoping>negotiating', 'scoping>in-progress', 'scoping>on-hold', 'scoping>dropped',
  'seeking-partners>paused', 'seeking-partners>negotiating', 'seeking-partners>in-progress',
  'seeking-partners>on-hold', 'seeking-partners>dropped',
  'paused>seeking-partners', 'paused>on-hold', 'paused>dropped',
  'negotiating>seeking-partners', 'negotiating>in-progress', 'negotiating>on-hold', 'negotiating>dropped',
  'in-progress>seeking-partners', 'in-progress>completed', 'in-progress>on-hold', 'in-progress>dropped',
  'on-hold>scoping', 'on-hold>seeking-partners', 'on-hold>in-progress', 'on-hold>dropped');
--> statement-breakpoint
-- Made anew after every migration, with the name of what it is given.
DROP FUNCTION IF EXISTS club_erase_draft;
