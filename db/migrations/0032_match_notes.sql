CREATE TABLE "match_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member_id" uuid,
	"project_id" uuid,
	"words" jsonb,
	"version" text,
	"found" uuid[],
	"least" integer DEFAULT 0 NOT NULL,
	"changes" integer DEFAULT 1 NOT NULL,
	"noted_changes" integer DEFAULT 0 NOT NULL,
	"noted_at" timestamp with time zone,
	CONSTRAINT "match_notes_member_unique" UNIQUE("member_id"),
	CONSTRAINT "match_notes_project_unique" UNIQUE("project_id"),
	CONSTRAINT "match_notes_subject_check" CHECK (num_nonnulls("match_notes"."member_id", "match_notes"."project_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "match_notes" ADD CONSTRAINT "match_notes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_notes" ADD CONSTRAINT "match_notes_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "match_notes_due_index" ON "match_notes" USING btree ("noted_at") WHERE "match_notes"."changes" <> "match_notes"."noted_changes";--> statement-breakpoint
-- As the owner: whoever saves a text may not write notes.
CREATE FUNCTION note_member_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.match_notes (member_id) VALUES (NEW.id)
  ON CONFLICT (member_id) DO UPDATE SET words = NULL, version = NULL, changes = match_notes.changes + 1;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION note_project_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.match_notes (project_id) VALUES (NEW.id)
  ON CONFLICT (project_id) DO UPDATE SET words = NULL, version = NULL, changes = match_notes.changes + 1;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION note_deed_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.match_notes SET changes = changes + 1 WHERE member_id IN (OLD.member_id, NEW.member_id);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER members_noted AFTER INSERT ON members FOR EACH ROW EXECUTE FUNCTION note_member_change();--> statement-breakpoint
CREATE TRIGGER members_note_change AFTER UPDATE OF offers, needs, sectors, cities, languages ON members FOR EACH ROW
  WHEN ((OLD.offers, OLD.needs, OLD.sectors, OLD.cities, OLD.languages) IS DISTINCT FROM (NEW.offers, NEW.needs, NEW.sectors, NEW.cities, NEW.languages))
  EXECUTE FUNCTION note_member_change();--> statement-breakpoint
CREATE TRIGGER projects_noted AFTER INSERT ON projects FOR EACH ROW EXECUTE FUNCTION note_project_change();--> statement-breakpoint
CREATE TRIGGER projects_note_change AFTER UPDATE ON projects FOR EACH ROW
  WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION note_project_change();--> statement-breakpoint
CREATE TRIGGER entries_note_change AFTER UPDATE OF owner_id, moderation, teaser, text_level, owner_level, sectors, cities, shown_sectors, shown_places, hidden_at ON entries FOR EACH ROW
  WHEN (NEW.kind = 'project' AND (OLD.owner_id, OLD.moderation, OLD.teaser, OLD.text_level, OLD.owner_level, OLD.sectors, OLD.cities, OLD.shown_sectors, OLD.shown_places, OLD.hidden_at)
    IS DISTINCT FROM (NEW.owner_id, NEW.moderation, NEW.teaser, NEW.text_level, NEW.owner_level, NEW.sectors, NEW.cities, NEW.shown_sectors, NEW.shown_places, NEW.hidden_at))
  EXECUTE FUNCTION note_project_change();--> statement-breakpoint
CREATE TRIGGER activities_note_change AFTER INSERT OR DELETE OR UPDATE OF member_id, kind, direction, stage, since, until, sectors, cities ON activities
  FOR EACH ROW EXECUTE FUNCTION note_deed_change();--> statement-breakpoint
CREATE TRIGGER affiliations_note_change AFTER INSERT OR DELETE OR UPDATE OF member_id, organisation_id, is_main ON affiliations
  FOR EACH ROW EXECUTE FUNCTION note_deed_change();--> statement-breakpoint
-- What was there before is noted by the worker; meanwhile it is read as it was.
INSERT INTO match_notes (member_id) SELECT id FROM members;--> statement-breakpoint
INSERT INTO match_notes (project_id) SELECT id FROM projects;
