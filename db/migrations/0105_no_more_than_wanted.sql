-- Whether a list is looked up by its index is asked with every search: of the expressions as they are kept, which would be written out anew each time.
CREATE OR REPLACE FUNCTION search.has_words(list regclass) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT FROM pg_index WHERE indrelid = list AND indisvalid AND indexprs::text LIKE ANY (ARRAY[
    '%:funcid ' || 'search.words(text, text[])'::regprocedure::oid || ' %',
    '%:funcid ' || 'search.words(text, text[], text)'::regprocedure::oid || ' %']))
$$;
--> statement-breakpoint
-- What `search.find` was, for one list: a statement that names its table keeps its plan, which takes longer to make than to follow (words that begin so
-- are compared with all that the statistics know). No more lines than are `wanted`: who has found 600 names need not meet more than 401 of the
-- rest to tell that they are many. What the index finds is asked again, since three Chinese characters that it holds by two may stand apart. Of a long list what
-- a large part of it has is met sooner than looked up: so many pages are read first as should hold twice as many, and only if they do not, the index
-- tells what lies past them. With the memory of a few megabytes the index would name pages instead of lines, and all that stands there would have
-- to be taken apart into words again. Where neither patterns nor facets tell who has it, the index alone does.
CREATE FUNCTION search.define_find(list regclass) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $define$
BEGIN
  EXECUTE format($create$
    CREATE OR REPLACE FUNCTION search.%1$I(query tsquery, patterns text[], facet_sets text[], among text DEFAULT 'anywhere', wanted bigint DEFAULT 1001)
    RETURNS TABLE (subject_id uuid, facets text[], written text, readings text, sort_latin text, sort_pinyin text, sort_newest text)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET max_parallel_workers_per_gather = 0
    SET work_mem = '32MB' SET plan_cache_mode = force_generic_plan AS $find$
    #variable_conflict use_column
    DECLARE
      fits text := 'line LIKE ALL ($2)' || CASE among WHEN 'names' THEN ' AND written || readings LIKE ALL ($2)'
        WHEN 'rest' THEN ' AND NOT written || readings LIKE ALL ($2)' ELSE '' END || ' AND (last_day IS NULL OR last_day >= search.today())';
      has text := 'NOT EXISTS (SELECT FROM unnest($3) one WHERE NOT facets && one::text[])';
      find text := 'SELECT subject_id, facets, written, readings, sort_latin, sort_pinyin, sort_newest FROM %2$s WHERE ' || fits;
      pages bigint;
      rows float8;
      many float8;
      met bigint;
    BEGIN
      IF NOT search.has_words('%2$s') THEN
        RETURN QUERY EXECUTE concat(find, ' AND ', has, ' LIMIT $4') USING query, patterns, facet_sets, wanted;
        RETURN;
      END IF;
      SELECT relpages, reltuples INTO pages, rows FROM pg_class WHERE oid = '%2$s'::regclass;
      IF rows > 20000 AND cardinality(patterns) + cardinality(facet_sets) > 0 THEN
        many := search.likely('%2$s', query);
        IF many * many > 5 * wanted * rows THEN
          pages := ceil(2 * wanted * pages / many);
          RETURN QUERY EXECUTE concat(find, ' AND ctid < ''(', pages, ',0)'' AND ', has, ' LIMIT $4') USING query, patterns, facet_sets, wanted;
          GET DIAGNOSTICS met = ROW_COUNT;
          IF met >= wanted THEN RETURN; END IF;
          RETURN QUERY EXECUTE concat(find, ' AND ctid >= ''(', pages, ',0)'' AND search.words(line, facets, written || readings) @@ $1 LIMIT $4')
            USING query, patterns, facet_sets, wanted - met;
          RETURN;
        END IF;
      END IF;
      RETURN QUERY SELECT subject_id, facets, written, readings, sort_latin, sort_pinyin, sort_newest FROM %2$s
        WHERE line LIKE ALL (patterns) AND (last_day IS NULL OR last_day >= search.today())
          AND CASE among WHEN 'names' THEN written || readings LIKE ALL (patterns) WHEN 'rest' THEN NOT written || readings LIKE ALL (patterns) ELSE true END
          AND search.words(line, facets, written || readings) @@ query LIMIT wanted;
    END $find$;
    COMMENT ON FUNCTION search.%1$I(tsquery, text[], text[], text, bigint) IS 'reads what raises the public epoch'
  $create$, 'find_in_' || (parse_ident(list::text))[2], list);
END $define$;
--> statement-breakpoint
SELECT search.define_find(inhrelid) FROM pg_inherits
WHERE inhparent IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = 'public.search_lines'::regclass);
--> statement-breakpoint
CREATE OR REPLACE FUNCTION search.open_kind(of_kind text, audiences text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE reader text;
BEGIN
  EXECUTE format('CREATE TABLE search.%I PARTITION OF public.search_lines FOR VALUES IN (%L) PARTITION BY LIST (audience)', of_kind, of_kind);
  FOREACH reader IN ARRAY audiences LOOP
    EXECUTE format('CREATE TABLE search.%I PARTITION OF search.%I FOR VALUES IN (%L)',
      of_kind || '_for_' || reader, of_kind, reader);
    PERFORM search.define_find(format('search.%I', of_kind || '_for_' || reader)::regclass);
  END LOOP;
END $$;
--> statement-breakpoint
-- Of a list that is told by its name.
CREATE OR REPLACE FUNCTION search.find(list regclass, query tsquery, patterns text[], facet_sets text[], among text DEFAULT 'anywhere')
RETURNS TABLE (subject_id uuid, facets text[], written text, readings text, sort_latin text, sort_pinyin text, sort_newest text)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT * FROM search.%I($1, $2, $3, $4)', 'find_in_' || (parse_ident(list::text))[2]) USING query, patterns, facet_sets, among;
END $$;
