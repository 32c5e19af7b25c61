-- A word that somebody is called by, or whose name is typed by it, is looked up by itself too: `@wang`. Else the few who are called so would
-- have to be looked for among all who say it.
CREATE FUNCTION search.words(line text, facets text[], names text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT search.words(line, facets) || array_to_tsvector(array(SELECT '@' || word FROM unnest(tsvector_to_array(search.words(names, '{}'))) word))
$$;
--> statement-breakpoint
DROP INDEX search_lines_words_index;
--> statement-breakpoint
DO $$ BEGIN
  IF (SELECT count(*) <= 20000 FROM members) THEN
    CREATE INDEX "search_lines_words_index" ON "search_lines" USING gin (search.words("line", "facets", "written" || "readings"));
  ELSE
    CREATE INDEX "search_lines_words_index" ON ONLY "search_lines" USING gin (search.words("line", "facets", "written" || "readings"));
  END IF;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION search.find(list regclass, query tsquery, patterns text[], facet_sets text[])
RETURNS TABLE (subject_id uuid, facets text[], written text, readings text, sort_latin text, sort_pinyin text, sort_newest text)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT subject_id, facets, written, readings, sort_latin, sort_pinyin, sort_newest FROM %s
    WHERE line LIKE ALL ($2) AND %s AND (last_day IS NULL OR last_day >= search.today()) LIMIT 1001', list, CASE WHEN EXISTS (
      SELECT FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE i.indrelid = list AND i.indisvalid AND pg_get_indexdef(c.oid) LIKE '%search.words(%')
    THEN 'search.words(line, facets, written || readings) @@ $1'
    ELSE 'NOT EXISTS (SELECT FROM unnest($3) one WHERE NOT facets && one::text[])' END) USING query, patterns, facet_sets;
END $$;
--> statement-breakpoint
-- The first lines of a list in an order of its indexes that fit: met one by one, since more than a thousand do. Those whose names hold the
-- words are left out where `is_rest`.
CREATE FUNCTION search.in_order(list regclass, ordered_by text, patterns text[], facet_sets text[], is_rest boolean, most integer)
RETURNS TABLE (subject_id uuid, sort_latin text, sort_pinyin text, sort_newest text)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off SET max_parallel_workers_per_gather = 0 AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT subject_id, sort_latin, sort_pinyin, sort_newest FROM %s
    WHERE line LIKE ALL ($1) AND NOT EXISTS (SELECT FROM unnest($2) one WHERE NOT facets && one::text[])
    AND (last_day IS NULL OR last_day >= search.today()) AND NOT ($3 AND written || readings LIKE ALL ($1)) ORDER BY %s LIMIT %s', list, ordered_by, most) USING patterns, facet_sets, is_rest;
END $$;
