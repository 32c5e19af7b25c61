-- How many lines of a list the planner expects to be found so.
CREATE FUNCTION search.likely(list regclass, query tsquery) RETURNS float8 LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE plan json;
BEGIN
  EXECUTE format('EXPLAIN (FORMAT JSON) SELECT FROM %s WHERE search.words(line, facets, written || readings) @@ %L', list, query) INTO plan;
  RETURN plan -> 0 -> 'Plan' ->> 'Plan Rows';
END $$;
--> statement-breakpoint
DROP FUNCTION search.find;
--> statement-breakpoint
-- The first thousand and one lines of a list that are looked up so; `among` the names that hold all words, or the rest. What the index finds is
-- asked again, since three Chinese characters that it holds by two may stand apart. Of a long list what a large part of it has is met sooner than
-- looked up: so many pages are read first as should hold twice as many, and only if they do not, the index tells what lies past them. With the
-- memory of a few megabytes the index would name pages instead of lines, and all that stands there would have to be taken apart into words again.
CREATE FUNCTION search.find(list regclass, query tsquery, patterns text[], facet_sets text[], among text DEFAULT 'anywhere')
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
  IF rows > 20000 THEN
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
--> statement-breakpoint
DROP FUNCTION search.in_order;
--> statement-breakpoint
-- The first lines of a list in an order of its indexes that fit, since more than a thousand do; those whose names hold the words are left out
-- where `is_rest`. Facets are asked of the index alone. Who has the words is met one by one among so many as should hold a first page; how many
-- of these have them tells whether a later page is sooner met too, or looked up and sorted. Of the columns to sort by, the one that is sorted by
-- is given.
CREATE FUNCTION search.in_order(list regclass, ordered_by text, query tsquery, patterns text[], facet_sets text[], is_rest boolean, most integer)
RETURNS TABLE (subject_id uuid, sort_latin text, sort_pinyin text, sort_newest text)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_sort = off SET enable_hashjoin = off SET enable_mergejoin = off SET max_parallel_workers_per_gather = 0
SET work_mem = '32MB' AS $$
DECLARE
  sorted_by text := split_part(ordered_by, ' ', 1);
  given text := (SELECT string_agg(CASE name WHEN sorted_by THEN name ELSE 'NULL' END, ', ') FROM unnest('{sort_latin,sort_pinyin,sort_newest}'::text[]) name);
  fits text := format('(last_day IS NULL OR last_day >= %L)', search.today()) || coalesce(
    (SELECT string_agg(format(' AND codes && %L::integer[]', search.codes(one::text[])), '') FROM unnest(facet_sets) one), '');
  says text := 'line LIKE ALL ($1)' || CASE WHEN is_rest THEN ' AND NOT written || readings LIKE ALL ($1)' ELSE '' END;
  met uuid[] := '{}';
  pages float8;
  rows float8;
  far bigint;
BEGIN
  IF cardinality(patterns) = 0 THEN
    RETURN QUERY EXECUTE format('SELECT subject_id, %s FROM %s WHERE %s ORDER BY %s LIMIT %s', given, list, fits, ordered_by, most);
    RETURN;
  END IF;
  SELECT relpages, greatest(reltuples, 1) INTO pages, rows FROM pg_class WHERE oid = list;
  far := CASE WHEN search.has_words(list) THEN sqrt(24 * rows) END;
  FOR past IN 0..1 LOOP
    FOR subject_id, sort_latin, sort_pinyin, sort_newest IN EXECUTE format(CASE WHEN cardinality(facet_sets) = 0
      THEN 'SELECT subject_id, %1$s FROM (SELECT * FROM %3$s WHERE %4$s ORDER BY %5$s LIMIT %6$L OFFSET %7$s) one WHERE %8$s ORDER BY %5$s LIMIT %9$s'
      ELSE 'SELECT subject_id, %1$s FROM (SELECT subject_id, %2$s FROM %3$s WHERE %4$s ORDER BY %5$s LIMIT %6$L OFFSET %7$s) one WHERE EXISTS (
        SELECT FROM %3$s WHERE kind = %10$L AND audience = %11$L AND subject_id = one.subject_id AND %8$s) ORDER BY %5$s LIMIT %9$s' END,
      given, sorted_by, list, fits, ordered_by, CASE past WHEN 0 THEN far END, past * coalesce(far, 0), says, most - cardinality(met),
      split_part((parse_ident(list::text))[2], '_for_', 1), split_part((parse_ident(list::text))[2], '_for_', 2)) USING patterns
    LOOP
      met := met || subject_id;
      RETURN NEXT;
    END LOOP;
    IF past = 1 OR far IS NULL OR cardinality(met) = most THEN RETURN; END IF;
    EXIT WHEN cardinality(met) = 0 OR most * far / cardinality(met) > least(pages, rows * cardinality(met) / far);
  END LOOP;
  RETURN QUERY EXECUTE format('SELECT subject_id, %s FROM (SELECT * FROM %s
    WHERE search.words(line, facets, written || readings) @@ $2 AND %s AND %s AND subject_id <> ALL ($3) OFFSET 0) one ORDER BY %s LIMIT %s',
    given, list, says, fits, ordered_by, most - cardinality(met)) USING patterns, query, met;
END $$;
--> statement-breakpoint
-- For the front: both read the lines alone, whose change raises the epoch.
COMMENT ON FUNCTION search.find IS 'reads what raises the public epoch';
--> statement-breakpoint
COMMENT ON FUNCTION search.in_order IS 'reads what raises the public epoch';
