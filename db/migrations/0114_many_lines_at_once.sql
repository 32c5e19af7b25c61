-- As before, for many at once, too: what is due is looked up among what is kept, where a list that was empty when this was planned had each compared with all.
CREATE OR REPLACE FUNCTION search.define_refresh(of_kind text, source regclass) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $define$
DECLARE
  held text := coalesce('PERFORM FROM (SELECT DISTINCT unnest(ids) AS id ORDER BY id) one CROSS JOIN LATERAL (
    SELECT FROM ' || source || ' WHERE id = one.id FOR NO KEY UPDATE OFFSET 0) held;', '');
  readers text[] := array(SELECT substr(relname, length(of_kind || '_for_') + 1) FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
    WHERE inhparent = format('search.%I', of_kind)::regclass);
  cards text := CASE WHEN EXISTS (SELECT FROM pg_attribute
    WHERE attrelid = format('search.%I', of_kind || '_lines')::regclass AND attname = 'card') THEN ', gone_cards AS (
    DELETE FROM public.search_cards old WHERE subject_id = ANY (ids)
      AND (audience, subject_id) NOT IN (SELECT audience, subject_id FROM due)
  ), cards AS (
    INSERT INTO public.search_cards AS old SELECT subject_id, audience, card FROM due
    ON CONFLICT (subject_id, audience) DO UPDATE SET card = excluded.card WHERE old.card <> excluded.card
  )' ELSE '' END;
BEGIN
  EXECUTE format($function$
CREATE OR REPLACE FUNCTION search.%1$I(ids uuid[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
  IF cardinality(ids) = 0 THEN RETURN; END IF;
  %2$s
  WITH due AS MATERIALIZED (
    SELECT line.* FROM (SELECT DISTINCT unnest(ids) AS id) one CROSS JOIN LATERAL (
      SELECT * FROM search.%3$I WHERE subject_id = one.id OFFSET 0) line
  ), gone AS (
    DELETE FROM public.search_lines old WHERE kind = %4$L AND audience = ANY (%5$L) AND subject_id = ANY (ids)
      AND (audience, subject_id) NOT IN (SELECT audience, subject_id FROM due)
  )%6$s
  INSERT INTO public.search_lines AS old
  SELECT kind, audience, subject_id, line, written, readings, facets, sort_latin, sort_pinyin, sort_newest, last_day FROM due
  ON CONFLICT (kind, audience, subject_id) DO UPDATE SET
    (line, written, readings, facets, sort_latin, sort_pinyin, sort_newest, last_day) = (excluded.line, excluded.written, excluded.readings,
    excluded.facets, excluded.sort_latin, excluded.sort_pinyin, excluded.sort_newest, excluded.last_day)
  WHERE old IS DISTINCT FROM excluded;
END $$ $function$, 'refresh_' || of_kind || '_lines', held, of_kind || '_lines', of_kind, readers, cards);
  EXECUTE format('REVOKE ALL ON FUNCTION search.%I FROM public', 'refresh_' || of_kind || '_lines');
END $define$;
--> statement-breakpoint
SELECT search.define_refresh('member', 'public.members'), search.define_refresh('organisation', 'public.organisations'),
  search.define_refresh('project', 'public.entries'), search.define_refresh('experience', 'public.entries'),
  search.define_refresh('ask', 'public.entries'), search.define_refresh('activity', NULL),
  search.define_refresh('cooperation', NULL), search.define_refresh('heritage', NULL);
