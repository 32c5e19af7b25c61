ALTER TABLE "experiences" ADD COLUMN "context" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "experiences" ADD COLUMN "done" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "experiences" ADD COLUMN "worked" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "experiences" ADD COLUMN "failed" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "experiences" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "experiences" ADD COLUMN "cost" text;--> statement-breakpoint
ALTER TABLE "experiences" ADD COLUMN "is_teased" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "experiences" ADD COLUMN "project_id" uuid;--> statement-breakpoint
ALTER TABLE "experiences" ADD COLUMN "activity_id" uuid;--> statement-breakpoint
ALTER TABLE "experiences" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "experiences" ADD CONSTRAINT "experiences_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiences" ADD CONSTRAINT "experiences_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiences" ADD CONSTRAINT "experiences_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "experiences_project_index" ON "experiences" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "experiences_activity_index" ON "experiences" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "experiences_organisation_index" ON "experiences" USING btree ("organisation_id");
--> statement-breakpoint
-- What others should know becomes the first point of the advice; its author says whether visitors read it.
UPDATE experiences x SET advice = (
  SELECT coalesce(jsonb_object_agg(lang, concat_ws(E'\n', e.teaser ->> lang, x.advice ->> lang)), '{}')
  FROM unnest('{fr,en,zh}'::text[]) lang WHERE coalesce(e.teaser ->> lang, x.advice ->> lang) IS NOT NULL)
FROM entries e WHERE e.id = x.id AND e.teaser <> '{}';
--> statement-breakpoint
UPDATE entry_revisions r SET content = content - 'teaser' || jsonb_build_object('advice', (
  SELECT coalesce(jsonb_object_agg(lang, concat_ws(E'\n', content -> 'teaser' ->> lang, content -> 'advice' ->> lang)), '{}')
  FROM unnest('{fr,en,zh}'::text[]) lang WHERE coalesce(content -> 'teaser' ->> lang, content -> 'advice' ->> lang) IS NOT NULL))
FROM entries e WHERE e.id = r.entry_id AND e.kind = 'experience' AND content ? 'teaser' AND state IN ('draft', 'submitted', 'changes-requested');
--> statement-breakpoint
UPDATE entries SET teaser = '{}', stale = stale - 'teaser' WHERE kind = 'experience';
--> statement-breakpoint
-- As before, and of an experience too nobody reads the rest while it is not online.
CREATE OR REPLACE FUNCTION raise_public_epoch() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF current_setting('club.public_epoch', true) = 'raised' THEN
    RETURN NULL;
  END IF;
  IF TG_TABLE_NAME IN ('projects', 'experiences') AND TG_LEVEL = 'ROW' THEN
    IF NOT EXISTS (
      SELECT FROM public.entries WHERE id = coalesce(NEW.id, OLD.id) AND moderation = 'published'
    ) THEN
      RETURN NULL;
    END IF;
  END IF;
  UPDATE public.public_epoch SET epoch = epoch + 1 WHERE slot = (
    SELECT slot FROM public.public_epoch LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
  );
  IF NOT FOUND THEN
    INSERT INTO public.public_epoch DEFAULT VALUES;
  END IF;
  PERFORM set_config('club.public_epoch', 'raised', true);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER experiences_raises_epoch AFTER INSERT OR UPDATE OR DELETE ON experiences FOR EACH ROW EXECUTE FUNCTION raise_public_epoch();
--> statement-breakpoint
CREATE TRIGGER experiences_truncate_raises_epoch AFTER TRUNCATE ON experiences FOR EACH STATEMENT EXECUTE FUNCTION raise_public_epoch();
--> statement-breakpoint
-- What anybody may come upon: published ones of active members, not taken down; visitors those whose first advice they may read. They
-- find them by topics and by what is shown of their cities; members by sectors and outcome too, as they are where they may all know who wrote it.
CREATE VIEW search.experience_lines AS
SELECT 'experience'::text AS kind, audience, e.id AS subject_id,
  CASE audience WHEN 'members' THEN e.search_members ELSE e.search_public END AS line,
  '' AS written, '' AS readings, facets, '' AS sort_latin, '' AS sort_pinyin,
  coalesce(to_char(e.published_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'), '') AS sort_newest, NULL::date AS last_day
FROM entries e
JOIN experiences x ON x.id = e.id
JOIN members m ON m.id = e.owner_id
JOIN accounts a ON a.id = m.account_id AND a.status = 'active'
CROSS JOIN (VALUES ('public'), ('members')) reader (audience)
CROSS JOIN LATERAL (SELECT audience = 'members' AND e.owner_level = 'members' AND m.hidden_at IS NULL AND EXISTS (
  SELECT FROM consents c WHERE c.account_id = a.id AND c.purpose = 'members-directory' AND c.withdrawn_at IS NULL) AS is_named) owner
CROSS JOIN LATERAL (SELECT array(
    SELECT 'topics:' || one FROM unnest(x.topics) one
    UNION SELECT 'outcomes:' || x.outcome WHERE audience = 'members' AND x.outcome IS NOT NULL
    UNION SELECT list || ':' || one
    FROM (VALUES ('sectors', CASE WHEN audience = 'public' THEN '{}' WHEN is_named THEN e.sectors ELSE e.shown_sectors END),
      ('cities', CASE WHEN is_named THEN e.cities ELSE e.shown_places END)) shown (list, slugs),
      unnest(slugs) slug, unnest(ARRAY[slug, search.wider(list, slug)]) one
    WHERE one <> 'china'
    ORDER BY 1) AS facets) made
WHERE e.kind = 'experience' AND e.moderation = 'published' AND e.hidden_at IS NULL AND (audience = 'members' OR e.teaser <> '{}');
--> statement-breakpoint
-- As those of projects are.
CREATE FUNCTION search.refresh_experiences() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM FROM public.members m WHERE id IN (SELECT e.owner_id FROM added JOIN public.entries e ON e.id = added.id) ORDER BY id FOR SHARE;
    PERFORM search.refresh('experience', 'public.entries', array(SELECT id FROM added));
  ELSE
    PERFORM search.refresh('experience', 'public.entries', ARRAY[OLD.id]);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION search.refresh_owned() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  of_accounts uuid[];
  owners uuid[];
BEGIN
  IF TG_LEVEL = 'STATEMENT' THEN
    of_accounts := array(SELECT account_id FROM added WHERE purpose = 'members-directory');
  ELSIF TG_TABLE_NAME = 'accounts' THEN
    of_accounts := ARRAY[NEW.id];
  ELSE
    of_accounts := ARRAY[NEW.account_id, OLD.account_id];
  END IF;
  owners := array(SELECT id FROM public.members WHERE account_id = ANY (of_accounts) ORDER BY id FOR NO KEY UPDATE);
  PERFORM search.refresh('project', 'public.entries', array(SELECT id FROM public.entries WHERE owner_id = ANY (owners) AND kind = 'project'));
  PERFORM search.refresh('experience', 'public.entries', array(SELECT id FROM public.entries WHERE owner_id = ANY (owners) AND kind = 'experience'));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER experiences_lines_added AFTER INSERT ON experiences REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION search.refresh_experiences();
--> statement-breakpoint
CREATE TRIGGER experiences_lines_changed AFTER UPDATE ON experiences FOR EACH ROW
WHEN ((OLD.topics, OLD.outcome) IS DISTINCT FROM (NEW.topics, NEW.outcome)) EXECUTE FUNCTION search.refresh_experiences();
--> statement-breakpoint
CREATE TRIGGER experiences_lines_removed AFTER DELETE ON experiences FOR EACH ROW EXECUTE FUNCTION search.refresh_experiences();
--> statement-breakpoint
CREATE TRIGGER entries_experience_lines_changed AFTER UPDATE ON entries FOR EACH ROW
WHEN (NEW.kind = 'experience' AND (OLD.owner_id, OLD.moderation, OLD.owner_level, OLD.sectors, OLD.cities, OLD.shown_sectors, OLD.shown_places,
  OLD.search_public, OLD.search_members, OLD.published_at, OLD.hidden_at, OLD.teaser) IS DISTINCT FROM
  (NEW.owner_id, NEW.moderation, NEW.owner_level, NEW.sectors, NEW.cities, NEW.shown_sectors, NEW.shown_places,
  NEW.search_public, NEW.search_members, NEW.published_at, NEW.hidden_at, NEW.teaser)) EXECUTE FUNCTION search.refresh_experiences();
--> statement-breakpoint
SELECT search.open_kind('experience', '{public,members}');
--> statement-breakpoint
INSERT INTO search_lines SELECT * FROM search.experience_lines;
