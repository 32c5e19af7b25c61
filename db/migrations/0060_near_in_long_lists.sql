-- The first thousand and one lines of a list that are looked up so; `among` the names that hold all words, or the rest. What the index finds is
-- asked again, since three Chinese characters that it holds by two may stand apart. Of a long list what a large part of it has is met sooner than
-- looked up: so many pages are read first as should hold twice as many, and only if they do not, the index tells what lies past them. With the
-- memory of a few megabytes the index would name pages instead of lines, and all that stands there would have to be taken apart into words again.
-- Where neither patterns nor facets tell who has it, the index alone does.
CREATE OR REPLACE FUNCTION search.find(list regclass, query tsquery, patterns text[], facet_sets text[], among text DEFAULT 'anywhere')
RETURNS TABLE (subject_id uuid, facets text[], written text, readings text, sort_latin text, sort_pinyin text, sort_newest text)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET max_parallel_workers_per_gather = 0
SET work_mem = '32MB' AS $$
DECLARE
  fits text := 'line LIKE ALL ($2)' || CASE among WHEN 'names' THEN ' AND written || readings LIKE ALL ($2)'
    WHEN 'rest' THEN ' AND NOT written || readings LIKE ALL ($2)' ELSE '' END || ' AND (last_day IS NULL OR last_day >= search.today())';
  has text := 'NOT EXISTS (SELECT FROM unnest($3) one WHERE NOT facets && one::text[])';
  find text := format('SELECT subject_id, facets, written, readings, sort_latin, sort_pinyin, sort_newest FROM %s WHERE %s', list, fits);
  pages bigint;
  rows float8;
  many float8;
  met bigint;
BEGIN
  IF NOT search.has_words(list) THEN
    RETURN QUERY EXECUTE format('%s AND %s LIMIT 1001', find, has) USING query, patterns, facet_sets;
    RETURN;
  END IF;
  SELECT relpages, reltuples INTO pages, rows FROM pg_class WHERE oid = list;
  IF rows > 20000 AND cardinality(patterns) + cardinality(facet_sets) > 0 THEN
    many := search.likely(list, query);
    IF many * many > 5 * 1001 * rows THEN
      pages := ceil(2 * 1001 * pages / many);
      RETURN QUERY EXECUTE format('%s AND ctid < ''(%s,0)'' AND %s LIMIT 1001', find, pages, has) USING query, patterns, facet_sets;
      GET DIAGNOSTICS met = ROW_COUNT;
      IF met > 1000 THEN RETURN; END IF;
      RETURN QUERY EXECUTE format('%s AND ctid >= ''(%s,0)'' AND search.words(line, facets, written || readings) @@ $1 LIMIT %s',
        find, pages, 1001 - met) USING query, patterns, facet_sets;
      RETURN;
    END IF;
  END IF;
  RETURN QUERY EXECUTE format('%s AND search.words(line, facets, written || readings) @@ $1 LIMIT 1001', find) USING query, patterns, facet_sets;
END $$;
