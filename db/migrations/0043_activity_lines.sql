-- For an erasure: of what somebody has taken away nothing waits to be put together.
CREATE FUNCTION search.fold_counts() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH gone AS (
    DELETE FROM public.search_counts WHERE (kind, audience, facet) IN (
      SELECT kind, audience, facet FROM public.search_counts GROUP BY 1, 2, 3 HAVING sum(n) = 0)
    RETURNING *
  )
  INSERT INTO public.search_counts SELECT kind, audience, facet, sum(n) FROM gone GROUP BY 1, 2, 3 HAVING sum(n) <> 0;
$$;
--> statement-breakpoint
SELECT search.open_kind('activity', '{public,members,team}');
--> statement-breakpoint
-- Every activity as each audience would see it: its organisation, where the audience sees it and the tie is not hidden; its member, where
-- the directory names them to members. Who is named to nobody (to visitors) hides nothing by the level for members.
-- By organisation those come last whose is not told, and of one the newest confirmed first.
CREATE VIEW search.every_activity AS
SELECT 'activity'::text AS kind, audience, v.id AS subject_id,
  CASE audience WHEN 'public' THEN v.search_text ELSE v.search_members END
    || CASE WHEN is_organisation_shown THEN o.search_text ELSE '' END || CASE WHEN is_member_shown THEN m.search_names ELSE '' END AS line,
  ''::text AS written, ''::text AS readings,
  array(SELECT DISTINCT facet FROM unnest(ARRAY['kinds:' || v.kind, 'directions:' || v.direction, 'stages:' || v.stage]
    || array(SELECT 'sectors:' || slug FROM unnest(v.sectors) slug) || array(SELECT 'cities:' || slug FROM unnest(v.cities) slug)) facet
    ORDER BY facet) AS facets,
  coalesce(CASE WHEN is_organisation_shown THEN nullif(left(o.sort_latin, 200), '') END, U&'\FFFF') || oldest AS sort_latin,
  coalesce(CASE WHEN is_organisation_shown THEN nullif(left(o.sort_pinyin, 200), '') END, U&'\FFFF') || oldest AS sort_pinyin,
  newest AS sort_newest, NULL::date AS last_day, v.member_id,
  v.visibility = ANY (levels) AND ('team' = ANY (levels) OR (a.status = 'active' AND v.hidden_at IS NULL)) AS is_listed
FROM activities v
JOIN members m ON m.id = v.member_id
JOIN accounts a ON a.id = m.account_id
LEFT JOIN organisations o ON o.id = v.organisation_id
CROSS JOIN (VALUES ('public', '{public}'::text[], '{public,members}'::text[]),
  ('members', '{public,members}', '{public,members}'), ('team', '{public,members,team}', '{public,members,team}')
) reader (audience, levels, ties)
CROSS JOIN LATERAL (SELECT
  o.visibility = ANY (levels) AND coalesce(m.visibility ->> 'organisation', 'members') = ANY (ties)
    AND (o.hidden_at IS NULL OR 'team' = ANY (levels)) AS is_organisation_shown,
  audience = 'team' OR (audience = 'members' AND m.hidden_at IS NULL AND EXISTS (
    SELECT FROM consents c WHERE c.account_id = a.id AND c.purpose = 'members-directory' AND c.withdrawn_at IS NULL)) AS is_member_shown) told
CROSS JOIN LATERAL (SELECT to_char(v.confirmed_on, 'YYYYMMDD') || lpad(v.since::text, 4, '0') AS newest) at
CROSS JOIN LATERAL (SELECT ' ' || translate(newest, '0123456789', '9876543210') AS oldest) from_end;
--> statement-breakpoint
CREATE VIEW search.activity_lines AS
SELECT kind, audience, subject_id, line, written, readings, facets, sort_latin, sort_pinyin, sort_newest, last_day
FROM search.every_activity WHERE is_listed;
--> statement-breakpoint
-- Without a source, whoever calls holds what the lines tell of.
CREATE OR REPLACE FUNCTION search.refresh(of_kind text, source regclass, ids uuid[]) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF cardinality(ids) = 0 THEN RETURN; END IF;
  IF source IS NOT NULL THEN
    EXECUTE format('SELECT FROM %s WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', source) USING ids;
  END IF;
  EXECUTE format('DELETE FROM public.search_lines old WHERE kind = %L AND subject_id = ANY ($1) AND NOT EXISTS (
    SELECT FROM search.%I new WHERE new.audience = old.audience AND new.subject_id = old.subject_id)', of_kind, of_kind || '_lines') USING ids;
  EXECUTE format('INSERT INTO public.search_lines AS old SELECT * FROM search.%I WHERE subject_id = ANY ($1)
    ON CONFLICT (kind, audience, subject_id) DO UPDATE SET
      (line, written, readings, facets, sort_latin, sort_pinyin, sort_newest, last_day) = (excluded.line, excluded.written, excluded.readings,
      excluded.facets, excluded.sort_latin, excluded.sort_pinyin, excluded.sort_newest, excluded.last_day)
    WHERE old IS DISTINCT FROM excluded', of_kind || '_lines') USING ids;
END $$;
--> statement-breakpoint
-- An activity tells of its member and its organisation. Whoever changes one of the three holds those of it that stand further on in this
-- order, and then reads what the others left: none waits for another who waits for them.
CREATE FUNCTION search.refresh_activities() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_LEVEL = 'STATEMENT' THEN
    PERFORM FROM public.members WHERE id IN (SELECT member_id FROM added) ORDER BY id FOR SHARE;
    PERFORM FROM public.organisations WHERE id IN (SELECT organisation_id FROM added) ORDER BY id FOR NO KEY UPDATE;
    PERFORM search.refresh('activity', NULL, array(SELECT id FROM added));
  ELSE
    PERFORM FROM public.members WHERE id IN (OLD.member_id, NEW.member_id) ORDER BY id FOR SHARE;
    PERFORM FROM public.organisations WHERE id IN (OLD.organisation_id, NEW.organisation_id) ORDER BY id FOR NO KEY UPDATE;
    PERFORM search.refresh('activity', NULL, ARRAY[OLD.id]);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION search.refresh_activities_of_organisation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM search.refresh('activity', NULL, array(SELECT id FROM public.activities WHERE organisation_id = NEW.id));
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What members own shows whether they are active, in the directory and of an organisation, and their names.
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
  PERFORM FROM public.organisations WHERE id IN (SELECT organisation_id FROM public.activities WHERE member_id = ANY (owners))
    ORDER BY id FOR NO KEY UPDATE;
  PERFORM search.refresh('activity', NULL, array(SELECT id FROM public.activities WHERE member_id = ANY (owners)));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER activities_lines_added AFTER INSERT ON activities REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION search.refresh_activities();
--> statement-breakpoint
CREATE TRIGGER activities_lines_changed AFTER UPDATE ON activities FOR EACH ROW
WHEN ((OLD.member_id, OLD.organisation_id, OLD.kind, OLD.direction, OLD.stage, OLD.sectors, OLD.cities, OLD.since, OLD.visibility, OLD.confirmed_on,
  OLD.search_text, OLD.search_members, OLD.hidden_at) IS DISTINCT FROM
  (NEW.member_id, NEW.organisation_id, NEW.kind, NEW.direction, NEW.stage, NEW.sectors, NEW.cities, NEW.since, NEW.visibility, NEW.confirmed_on,
  NEW.search_text, NEW.search_members, NEW.hidden_at)) EXECUTE FUNCTION search.refresh_activities();
--> statement-breakpoint
CREATE TRIGGER activities_lines_removed AFTER DELETE ON activities FOR EACH ROW EXECUTE FUNCTION search.refresh_activities();
--> statement-breakpoint
CREATE TRIGGER organisations_activity_lines_changed AFTER UPDATE ON organisations FOR EACH ROW
WHEN ((OLD.search_text, OLD.sort_latin, OLD.sort_pinyin, OLD.visibility, OLD.hidden_at) IS DISTINCT FROM
  (NEW.search_text, NEW.sort_latin, NEW.sort_pinyin, NEW.visibility, NEW.hidden_at)) EXECUTE FUNCTION search.refresh_activities_of_organisation();
--> statement-breakpoint
DROP TRIGGER members_owned_lines_changed ON members;
--> statement-breakpoint
CREATE TRIGGER members_owned_lines_changed AFTER UPDATE ON members FOR EACH ROW
WHEN ((OLD.account_id, OLD.hidden_at, OLD.search_names, OLD.visibility -> 'organisation') IS DISTINCT FROM
  (NEW.account_id, NEW.hidden_at, NEW.search_names, NEW.visibility -> 'organisation')) EXECUTE FUNCTION search.refresh_owned();
--> statement-breakpoint
INSERT INTO search_lines SELECT * FROM search.activity_lines;
