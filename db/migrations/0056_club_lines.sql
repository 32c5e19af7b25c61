-- What is the club's is listed and found as the rest is. An agreement by its own texts and by those parties that each audience may
-- read of, as organisations are listed to it; the oldest first, those without a date last.
SELECT search.open_kind('cooperation', '{public,members,team,administrators}'), search.open_kind('heritage', '{public}');
--> statement-breakpoint
CREATE VIEW search.cooperation_lines AS
SELECT 'cooperation'::text AS kind, audience, e.id AS subject_id,
  CASE audience WHEN 'public' THEN e.search_public ELSE e.search_members END || coalesce(named.words, '') AS line,
  ''::text AS written, ''::text AS readings,
  array(SELECT DISTINCT facet FROM unnest(ARRAY['kinds:' || c.agreement_kind, 'states:' ||
      CASE WHEN left(search.today()::text, length(c.ends)) > c.ends THEN 'ended' ELSE 'running' END] || named.facets) facet
    WHERE facet IS NOT NULL ORDER BY facet) AS facets,
  oldest AS sort_latin, oldest AS sort_pinyin,
  coalesce(to_char(e.published_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'), '') AS sort_newest, NULL::date AS last_day
FROM entries e
JOIN cooperations c ON c.id = e.id
CROSS JOIN (VALUES ('public', '{public}'::text[]), ('members', '{public,members}'), ('team', '{public,members,team}'),
  ('administrators', '{public,members,team,self}')) reader (audience, levels)
CROSS JOIN LATERAL (SELECT string_agg(o.search_text, '' ORDER BY o.id) AS words,
    array_agg('parties:' || o.slug) || array_agg('cities:' || o.place) AS facets
  FROM cooperation_parties party JOIN organisations o ON o.id = party.organisation_id
  WHERE party.cooperation_id = e.id AND o.visibility = ANY (levels) AND (o.hidden_at IS NULL OR 'team' = ANY (levels))) named
CROSS JOIN LATERAL (SELECT coalesce(c.signed, '9999') || ' ' || left(e.slug, 100) AS oldest) told
WHERE e.kind = 'cooperation' AND e.moderation = 'published' AND e.hidden_at IS NULL;
--> statement-breakpoint
CREATE VIEW search.heritage_lines AS
SELECT 'heritage'::text AS kind, 'public'::text AS audience, e.id AS subject_id, e.search_public AS line, ''::text AS written, ''::text AS readings,
  array_remove(ARRAY['parts:' || h.part], NULL) AS facets, oldest AS sort_latin, oldest AS sort_pinyin,
  coalesce(to_char(e.published_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'), '') AS sort_newest, NULL::date AS last_day
FROM entries e
JOIN heritage h ON h.id = e.id
CROSS JOIN LATERAL (SELECT coalesce(h.starts, '9999') || ' ' || left(e.slug, 100) AS oldest) told
WHERE e.kind = 'heritage' AND e.moderation = 'published' AND e.hidden_at IS NULL;
--> statement-breakpoint
SELECT search.define_refresh('cooperation', NULL), search.define_refresh('heritage', NULL);
--> statement-breakpoint
-- As before; of a party its agreement is noted.
CREATE OR REPLACE FUNCTION search.note_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'cooperation_parties' THEN
    INSERT INTO search.line_changes (subject, ids) SELECT 'cooperations', array_agg(cooperation_id) FROM added HAVING count(*) > 0;
  ELSIF TG_LEVEL = 'STATEMENT' THEN
    INSERT INTO search.line_changes (subject, ids) SELECT TG_TABLE_NAME, array_agg(id) FROM added HAVING count(*) > 0;
  ELSIF TG_TABLE_NAME = 'consents' THEN
    INSERT INTO search.line_changes (subject, ids) VALUES ('accounts', ARRAY[OLD.account_id, NEW.account_id]);
  ELSE
    INSERT INTO search.line_changes (subject, ids) VALUES (TG_TABLE_NAME, ARRAY[OLD.id]);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- As before, and the lines of what is the club's with those of activities.
CREATE OR REPLACE FUNCTION search.refresh_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  of_activities uuid[];
  of_members uuid[];
  of_organisations uuid[];
  of_accounts uuid[];
  of_club uuid[];
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
    coalesce(array_agg(DISTINCT id) FILTER (WHERE subject = 'accounts'), '{}'),
    coalesce(array_agg(DISTINCT id) FILTER (WHERE subject IN ('entries', 'cooperations', 'heritage')), '{}'), bool_or(subject = 'counts')
  INTO of_activities, of_members, of_organisations, of_accounts, of_club, is_folded FROM gone LEFT JOIN unnest(ids) id ON true;
  PERFORM pg_advisory_xact_lock(hashtext('search.line_changes'));
  of_members := of_members || array(SELECT id FROM public.members WHERE account_id = ANY (of_accounts));
  PERFORM search.refresh_activity_lines(array(SELECT unnest(of_activities)
    UNION SELECT id FROM public.activities WHERE member_id = ANY (of_members)
    UNION SELECT id FROM public.activities WHERE organisation_id = ANY (of_organisations)));
  PERFORM search.refresh_cooperation_lines(array(SELECT unnest(of_club)
    UNION SELECT cooperation_id FROM public.cooperation_parties WHERE organisation_id = ANY (of_organisations)));
  PERFORM search.refresh_heritage_lines(of_club);
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
-- For the worker, once a day: as before, and agreements that have ended since.
CREATE OR REPLACE FUNCTION search.renew() RETURNS void LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
  SELECT search.refresh_organisation_lines(array(SELECT DISTINCT organisation_id FROM public.activities
    WHERE organisation_id IS NOT NULL AND until = extract(year FROM now() AT TIME ZONE 'Europe/Paris') - 1));
  SELECT search.refresh_cooperation_lines(array(SELECT c.id FROM public.cooperations c
    JOIN public.search_lines line ON line.kind = 'cooperation' AND line.audience = 'public' AND line.subject_id = c.id
    WHERE line.facets && '{states:running}' AND left(search.today()::text, length(c.ends)) > c.ends));
$$;
--> statement-breakpoint
CREATE TRIGGER cooperations_lines_added AFTER INSERT ON cooperations REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
CREATE TRIGGER cooperations_lines_changed AFTER UPDATE ON cooperations FOR EACH ROW
WHEN ((OLD.agreement_kind, OLD.signed, OLD.ends) IS DISTINCT FROM (NEW.agreement_kind, NEW.signed, NEW.ends)) EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
CREATE TRIGGER cooperations_lines_removed AFTER DELETE ON cooperations FOR EACH ROW EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
CREATE TRIGGER cooperation_parties_lines_added AFTER INSERT ON cooperation_parties REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
CREATE TRIGGER cooperation_parties_lines_changed AFTER UPDATE ON cooperation_parties REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
CREATE TRIGGER cooperation_parties_lines_removed AFTER DELETE ON cooperation_parties REFERENCING OLD TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
CREATE TRIGGER organisations_party_lines_changed AFTER UPDATE ON organisations FOR EACH ROW
WHEN ((OLD.slug, OLD.place) IS DISTINCT FROM (NEW.slug, NEW.place)) EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
CREATE TRIGGER heritage_lines_added AFTER INSERT ON heritage REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
CREATE TRIGGER heritage_lines_changed AFTER UPDATE ON heritage FOR EACH ROW
WHEN ((OLD.part, OLD.starts) IS DISTINCT FROM (NEW.part, NEW.starts)) EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
CREATE TRIGGER heritage_lines_removed AFTER DELETE ON heritage FOR EACH ROW EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
CREATE TRIGGER entries_club_lines_changed AFTER UPDATE ON entries FOR EACH ROW
WHEN (NEW.kind IN ('cooperation', 'heritage') AND (OLD.slug, OLD.moderation, OLD.search_public, OLD.search_members, OLD.published_at, OLD.hidden_at)
  IS DISTINCT FROM (NEW.slug, NEW.moderation, NEW.search_public, NEW.search_members, NEW.published_at, NEW.hidden_at))
EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
INSERT INTO search_lines SELECT * FROM search.cooperation_lines UNION ALL SELECT * FROM search.heritage_lines;
