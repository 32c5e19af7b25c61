-- Written out once for each kind, so that a connection plans it once: `search.refresh_<kind>_lines` makes the lines of these what the view
-- of their kind says. Two who change what one line shows meet at the row of `source` it stands for, and the second reads what the first
-- left; without a source nothing is held (`search.refresh_changed` has seen to it that nobody else refreshes). Each is looked up by its key,
-- in as large a table as in one that nobody has counted yet: the plan that is kept knows neither how many there are nor how many are asked for.
CREATE FUNCTION search.define_refresh(of_kind text, source regclass) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $define$
DECLARE
  held text := coalesce('PERFORM FROM (SELECT DISTINCT unnest(ids) AS id ORDER BY id) one CROSS JOIN LATERAL (
    SELECT FROM ' || source || ' WHERE id = one.id FOR NO KEY UPDATE OFFSET 0) held;', '');
  readers text[] := array(SELECT substr(relname, length(of_kind || '_for_') + 1) FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
    WHERE inhparent = format('search.%I', of_kind)::regclass);
BEGIN
  EXECUTE format($function$
CREATE FUNCTION search.%1$I(ids uuid[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
  IF cardinality(ids) = 0 THEN RETURN; END IF;
  %2$s
  WITH due AS MATERIALIZED (
    SELECT line.* FROM (SELECT DISTINCT unnest(ids) AS id) one CROSS JOIN LATERAL (
      SELECT * FROM search.%3$I WHERE subject_id = one.id OFFSET 0) line
  ), gone AS (
    DELETE FROM public.search_lines old WHERE kind = %4$L AND audience = ANY (%5$L) AND subject_id = ANY (ids)
      AND NOT EXISTS (SELECT FROM due WHERE due.audience = old.audience AND due.subject_id = old.subject_id)
  )
  INSERT INTO public.search_lines AS old SELECT * FROM due
  ON CONFLICT (kind, audience, subject_id) DO UPDATE SET
    (line, written, readings, facets, sort_latin, sort_pinyin, sort_newest, last_day) = (excluded.line, excluded.written, excluded.readings,
    excluded.facets, excluded.sort_latin, excluded.sort_pinyin, excluded.sort_newest, excluded.last_day)
  WHERE old IS DISTINCT FROM excluded;
END $$ $function$, 'refresh_' || of_kind || '_lines', held, of_kind || '_lines', of_kind, readers);
  EXECUTE format('REVOKE ALL ON FUNCTION search.%I FROM public', 'refresh_' || of_kind || '_lines');
END $define$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search.define_refresh FROM public;
--> statement-breakpoint
SELECT search.define_refresh('member', 'public.members'), search.define_refresh('organisation', 'public.organisations'),
  search.define_refresh('project', 'public.entries'), search.define_refresh('experience', 'public.entries'), search.define_refresh('activity', NULL);
--> statement-breakpoint
-- Whoever called the one for every kind calls that of its own.
DO $$ DECLARE one oid; BEGIN
  FOR one IN SELECT oid FROM pg_proc WHERE pronamespace = 'search'::regnamespace AND prosrc ~ 'search\.refresh\(''' LOOP
    EXECUTE regexp_replace(pg_get_functiondef(one), 'search\.refresh\(''(\w+)'', (''[\w.]+''|NULL), ', 'search.refresh_\1_lines(', 'g');
  END LOOP;
END $$;
--> statement-breakpoint
DROP FUNCTION search.refresh;
--> statement-breakpoint
-- Nor must whoever is handed an entry leave the directory meanwhile: what they do then would not see it.
DO $do$ DECLARE one text; BEGIN
  FOREACH one IN ARRAY '{project,experience}'::text[] LOOP
    EXECUTE format($function$
CREATE OR REPLACE FUNCTION search.%1$I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM FROM public.members m WHERE id IN (SELECT e.owner_id FROM added JOIN public.entries e ON e.id = added.id) ORDER BY id FOR SHARE;
    PERFORM search.%2$I(array(SELECT id FROM added));
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'entries' THEN
    PERFORM FROM public.members WHERE id = NEW.owner_id AND id <> OLD.owner_id FOR SHARE;
  END IF;
  PERFORM search.%2$I(ARRAY[OLD.id]);
  RETURN NULL;
END $$ $function$, 'refresh_' || one || 's', 'refresh_' || one || '_lines');
  END LOOP;
END $do$;
