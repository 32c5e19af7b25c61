-- What was changed that the lines of activities tell of. Whoever changes it writes its keys here and holds nothing else; their lines are
-- refreshed when the transaction commits. Its rows never outlive their transaction: no other sees one, and a crash loses nothing.
CREATE UNLOGGED TABLE search.line_changes (
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject text NOT NULL,
  ids uuid[] NOT NULL
);
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
-- Without a source nothing is held: `search.refresh_changed` has seen to it that nobody else refreshes.
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
CREATE FUNCTION search.note_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_LEVEL = 'STATEMENT' THEN
    INSERT INTO search.line_changes (subject, ids) SELECT TG_TABLE_NAME, array_agg(id) FROM added HAVING count(*) > 0;
  ELSIF TG_TABLE_NAME = 'consents' THEN
    INSERT INTO search.line_changes (subject, ids) VALUES ('accounts', ARRAY[OLD.account_id, NEW.account_id]);
  ELSE
    INSERT INTO search.line_changes (subject, ids) VALUES (TG_TABLE_NAME, ARRAY[OLD.id]);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- For an erasure: of what it takes away nothing waits for the worker to put it together.
CREATE FUNCTION search.fold_counts() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO search.line_changes (subject, ids) VALUES ('counts', '{}');
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search.fold_counts FROM public;
--> statement-breakpoint
-- At the commit, one transaction at a time: it reads what each before it left, and whoever changed something else that the same line tells
-- of reads what it left. It waits for nothing once it is its turn. Which activities tell of what was changed is asked only then, since
-- another transaction may just have given a member one.
CREATE FUNCTION search.refresh_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  of_activities uuid[];
  of_members uuid[];
  of_organisations uuid[];
  of_accounts uuid[];
  is_folded boolean;
BEGIN
  -- The first of a transaction sees to all of its changes.
  IF NOT EXISTS (SELECT FROM search.line_changes WHERE n = NEW.n) THEN RETURN NULL; END IF;
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE feature_not_supported USING MESSAGE = 'lines are refreshed in read committed alone';
  END IF;
  WITH gone AS (DELETE FROM search.line_changes WHERE n >= NEW.n RETURNING subject, ids)
  SELECT coalesce(array_agg(DISTINCT id) FILTER (WHERE subject = 'activities'), '{}'),
    coalesce(array_agg(DISTINCT id) FILTER (WHERE subject = 'members'), '{}'),
    coalesce(array_agg(DISTINCT id) FILTER (WHERE subject = 'organisations'), '{}'),
    coalesce(array_agg(DISTINCT id) FILTER (WHERE subject = 'accounts'), '{}'), bool_or(subject = 'counts')
  INTO of_activities, of_members, of_organisations, of_accounts, is_folded FROM gone LEFT JOIN unnest(ids) id ON true;
  PERFORM pg_advisory_xact_lock(hashtext('search.line_changes'));
  of_members := of_members || array(SELECT id FROM public.members WHERE account_id = ANY (of_accounts));
  PERFORM search.refresh('activity', NULL, array(SELECT unnest(of_activities)
    UNION SELECT id FROM public.activities WHERE member_id = ANY (of_members)
    UNION SELECT id FROM public.activities WHERE organisation_id = ANY (of_organisations)));
  IF is_folded THEN
    WITH gone AS (
      DELETE FROM public.search_counts WHERE ctid = ANY (array(SELECT ctid FROM public.search_counts WHERE (kind, audience, facet) IN (
        SELECT kind, audience, facet FROM public.search_counts GROUP BY 1, 2, 3 HAVING sum(n) = 0) FOR UPDATE SKIP LOCKED))
      RETURNING *
    )
    INSERT INTO public.search_counts SELECT kind, audience, facet, sum(n) FROM gone GROUP BY 1, 2, 3 HAVING sum(n) <> 0;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER line_changes_refreshed AFTER INSERT ON search.line_changes DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION search.refresh_changed();
--> statement-breakpoint
CREATE TRIGGER activities_lines_added AFTER INSERT ON activities REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
CREATE TRIGGER activities_lines_changed AFTER UPDATE ON activities FOR EACH ROW
WHEN ((OLD.member_id, OLD.organisation_id, OLD.kind, OLD.direction, OLD.stage, OLD.sectors, OLD.cities, OLD.since, OLD.visibility, OLD.confirmed_on,
  OLD.search_text, OLD.search_members, OLD.hidden_at) IS DISTINCT FROM
  (NEW.member_id, NEW.organisation_id, NEW.kind, NEW.direction, NEW.stage, NEW.sectors, NEW.cities, NEW.since, NEW.visibility, NEW.confirmed_on,
  NEW.search_text, NEW.search_members, NEW.hidden_at)) EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
CREATE TRIGGER activities_lines_removed AFTER DELETE ON activities FOR EACH ROW EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
CREATE TRIGGER organisations_activity_lines_changed AFTER UPDATE ON organisations FOR EACH ROW
WHEN ((OLD.search_text, OLD.sort_latin, OLD.sort_pinyin, OLD.visibility, OLD.hidden_at) IS DISTINCT FROM
  (NEW.search_text, NEW.sort_latin, NEW.sort_pinyin, NEW.visibility, NEW.hidden_at)) EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
CREATE TRIGGER members_activity_lines_changed AFTER UPDATE ON members FOR EACH ROW
WHEN ((OLD.account_id, OLD.hidden_at, OLD.search_names, OLD.visibility -> 'organisation') IS DISTINCT FROM
  (NEW.account_id, NEW.hidden_at, NEW.search_names, NEW.visibility -> 'organisation')) EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
CREATE TRIGGER accounts_activity_lines_changed AFTER UPDATE ON accounts FOR EACH ROW
WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
CREATE TRIGGER consents_activity_lines_added AFTER INSERT ON consents FOR EACH ROW
WHEN (NEW.purpose = 'members-directory') EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
CREATE TRIGGER consents_activity_lines_changed AFTER UPDATE ON consents FOR EACH ROW
WHEN (NEW.purpose = 'members-directory' OR OLD.purpose = 'members-directory') EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
CREATE TRIGGER consents_activity_lines_removed AFTER DELETE ON consents FOR EACH ROW
WHEN (OLD.purpose = 'members-directory') EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
INSERT INTO search_lines SELECT * FROM search.activity_lines;
