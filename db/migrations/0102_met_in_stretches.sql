-- Those of a stretch of an order that are looked up so and fit, without those that were met, the first of that order: one index is laid upon the
-- other, so that no line is read that has not the words or stands elsewhere. A line counts as dear here; else the planner, which thinks that few
-- have a word it has not counted, would read all that have it.
CREATE FUNCTION search.in_stretch(list regclass, ordered_by text, given text, stretch text, query tsquery, patterns text[], fits text, most integer,
  met uuid[])
RETURNS TABLE (subject_id uuid, sort_latin text, sort_pinyin text, sort_newest text)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off SET max_parallel_workers_per_gather = 0
SET cpu_tuple_cost = 10000 SET jit = off SET work_mem = '32MB' AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT subject_id, %s FROM (SELECT * FROM %s
    WHERE search.words(line, facets, written || readings) @@ $2 AND %s AND %s OFFSET 0) one ORDER BY %s LIMIT %s',
    given, list, stretch, fits, ordered_by, most) USING patterns, query, met;
END $$;
--> statement-breakpoint
DROP FUNCTION search.in_order;
--> statement-breakpoint
-- The first lines of a list in an order of its indexes that fit, since more than a thousand do; those whose names hold the words are left out
-- where `is_rest`. Facets are asked of the index alone. Who has the words is met one by one among the first few hundred. Where most of these have
-- them, so are the others; else they are looked up in the stretch of the order that should hold what is wanted, at the pace so far, and then in the
-- next one: so as little is read of a long list as of a short one, whatever the planner thinks of a word. Where an eighth of the list holds so few
-- that all others may be read at once, they are. Of the columns to sort by, the one that is sorted by is given.
CREATE FUNCTION search.in_order(list regclass, ordered_by text, query tsquery, patterns text[], facet_sets text[], is_rest boolean, most integer)
RETURNS TABLE (subject_id uuid, sort_latin text, sort_pinyin text, sort_newest text)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_sort = off SET enable_hashjoin = off SET enable_mergejoin = off SET max_parallel_workers_per_gather = 0
SET work_mem = '32MB' AS $$
DECLARE
  sorted_by text := split_part(ordered_by, ' ', 1);
  sorted text := regexp_replace(split_part(ordered_by, ',', 1), ' desc$', '');
  given text := (SELECT string_agg(CASE name WHEN sorted_by THEN name ELSE 'NULL' END, ', ') FROM unnest('{sort_latin,sort_pinyin,sort_newest}'::text[]) name);
  fits text := format('(last_day IS NULL OR last_day >= %L)', search.today()) || coalesce(
    (SELECT string_agg(format(' AND codes && %L::integer[]', search.codes(one::text[])), '') FROM unnest(facet_sets) one), '');
  says text := 'line LIKE ALL ($1)' || CASE WHEN is_rest THEN ' AND NOT written || readings LIKE ALL ($1)' ELSE '' END;
  -- What stands behind a line of the order, and what up to one; an index whose columns go opposite ways is asked for the first of them.
  is_down boolean := ordered_by LIKE '% desc, %';
  behind text := format(CASE WHEN is_down THEN '%1$s <= %%1$L AND (%1$s < %%1$L OR subject_id > %%2$L)' ELSE '(%s, subject_id) > (%%L, %%L)' END, sorted);
  up_to text := format(CASE WHEN is_down THEN '%1$s >= %%1$L AND (%1$s > %%1$L OR subject_id <= %%2$L)' ELSE '(%s, subject_id) <= (%%L, %%L)' END, sorted);
  nth text := format('SELECT %s, subject_id FROM %s WHERE %s AND %%s ORDER BY %s LIMIT 1 OFFSET %%s', sorted_by, list, fits, ordered_by);
  -- Where facets narrow too, each line costs four pages to be asked.
  far integer := CASE WHEN NOT search.has_words(list) THEN NULL WHEN cardinality(facet_sets) = 0 THEN 400 ELSE 100 END;
  met uuid[] := '{}';
  seen integer;
  step integer;
  pages integer;
  rows float8;
  stretch text;
  begins text;
  begins_id uuid;
  ends text;
  ends_id uuid;
BEGIN
  IF cardinality(patterns) = 0 THEN
    RETURN QUERY EXECUTE format('SELECT subject_id, %s FROM %s WHERE %s ORDER BY %s LIMIT %s', given, list, fits, ordered_by, most);
    RETURN;
  END IF;
  SELECT relpages, reltuples INTO pages, rows FROM pg_class WHERE oid = list;
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
    EXIT WHEN cardinality(met) < 0.8 * far OR cardinality(facet_sets) > 0 OR 1.25 * (most - cardinality(met)) > pages;
  END LOOP;
  EXECUTE format(nth, 'true', far - 1) INTO begins, begins_id;
  seen := far;
  WHILE begins_id IS NOT NULL AND cardinality(met) < most LOOP
    -- Never so long that it would hold many more than are wanted where they stand together.
    step := least(greatest(4000, rows / 16), 3 * seen, 100 + 1.2 * (most - cardinality(met)) * seen / greatest(cardinality(met), 1));
    ends_id := NULL;
    IF seen < rows / 8 OR rows * cardinality(met) / seen > 1500 OR search.likely(list, query) > 4000 THEN
      EXECUTE format(nth, format(behind, begins, begins_id), step - 1) INTO ends, ends_id;
    END IF;
    stretch := CASE WHEN ends_id IS NULL THEN 'subject_id <> ALL ($3)'
      ELSE format(behind, begins, begins_id) || ' AND ' || format(up_to, ends, ends_id) END;
    FOR subject_id, sort_latin, sort_pinyin, sort_newest IN SELECT * FROM search.in_stretch(list, ordered_by, given, stretch, query, patterns,
      says || ' AND ' || fits, most - cardinality(met), met)
    LOOP
      met := met || subject_id;
      RETURN NEXT;
    END LOOP;
    seen := seen + step;
    begins := ends;
    begins_id := ends_id;
  END LOOP;
END $$;
--> statement-breakpoint
-- For the front: it reads the lines alone, whose change raises the epoch.
COMMENT ON FUNCTION search.in_order IS 'reads what raises the public epoch';
