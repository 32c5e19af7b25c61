-- Each facet as a number: so short that the indexes which a page is read by can hold them, whatever an organisation has chosen.
-- `line-conditions.test.ts` says that no two facets have the same.
CREATE FUNCTION search.codes(facets text[]) RETURNS integer[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array(SELECT ('x' || left(md5(facet), 8))::bit(32)::integer FROM unnest(facets) facet)
$$;
--> statement-breakpoint
-- A large club's are built while the portal is open, as before.
DO $$ BEGIN
  IF (SELECT count(*) > 20000 FROM members) THEN
    DROP INDEX search_lines_words_index;
    CREATE INDEX "search_lines_words_index" ON ONLY "search_lines" USING gin (search.words("line", "facets", "written" || "readings"));
  END IF;
END $$;
--> statement-breakpoint
DROP INDEX search_lines_fr_index, search_lines_en_index, search_lines_zh_index, search_lines_newest_index;
--> statement-breakpoint
-- What is counted is read where it lies.
ALTER TABLE search_lines ALTER COLUMN facets SET STORAGE MAIN;
--> statement-breakpoint
ALTER TABLE "search_lines" ADD COLUMN "codes" integer[] GENERATED ALWAYS AS (search.codes(facets)) STORED;
--> statement-breakpoint
CREATE INDEX "search_lines_fr_index" ON "search_lines" USING btree ("sort_latin" collate "fr-x-icu","subject_id") INCLUDE (codes, last_day);
--> statement-breakpoint
CREATE INDEX "search_lines_en_index" ON "search_lines" USING btree ("sort_latin" collate "en-x-icu","subject_id") INCLUDE (codes, last_day);
--> statement-breakpoint
CREATE INDEX "search_lines_zh_index" ON "search_lines" USING btree ("sort_pinyin" collate "zh-x-icu","subject_id") INCLUDE (codes, last_day);
--> statement-breakpoint
CREATE INDEX "search_lines_newest_index" ON "search_lines" USING btree ("sort_newest" collate "C" desc,"subject_id") INCLUDE (codes, last_day);
--> statement-breakpoint
CREATE OR REPLACE FUNCTION search.find(list regclass, query tsquery, patterns text[], facet_sets text[])
RETURNS TABLE (subject_id uuid, facets text[], written text, readings text, sort_latin text, sort_pinyin text, sort_newest text)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT subject_id, facets, written, readings, sort_latin, sort_pinyin, sort_newest FROM %s
    WHERE line LIKE ALL ($2) AND %s AND (last_day IS NULL OR last_day >= search.today()) LIMIT 1001', list, CASE
      WHEN search.has_words(list) THEN 'search.words(line, facets, written || readings) @@ $1'
      ELSE 'NOT EXISTS (SELECT FROM unnest($3) one WHERE NOT facets && one::text[])' END) USING query, patterns, facet_sets;
END $$;
--> statement-breakpoint
DROP FUNCTION search.in_order;
--> statement-breakpoint
-- The first lines of a list in an order of its indexes that fit, since more than a thousand do; those whose names hold the words are left out
-- where `is_rest`. Facets are asked of the index alone. Who has the words is met one by one where soon enough of them are, else looked up
-- and sorted. Of the columns to sort by, the one that is sorted by is given. Volatile, since it asks the planner how many they may be.
CREATE FUNCTION search.in_order(list regclass, ordered_by text, query tsquery, patterns text[], facet_sets text[], is_rest boolean, most integer)
RETURNS TABLE (subject_id uuid, sort_latin text, sort_pinyin text, sort_newest text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_sort = off SET enable_hashjoin = off SET enable_mergejoin = off SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  given text := (SELECT string_agg(CASE WHEN ordered_by LIKE name || ' %' THEN name ELSE 'NULL' END, ', ')
    FROM unnest('{sort_latin,sort_pinyin,sort_newest}'::text[]) name);
  fits text := format('(last_day IS NULL OR last_day >= %L)', search.today()) || coalesce(
    (SELECT string_agg(format(' AND codes && %L::integer[]', search.codes(one::text[])), '') FROM unnest(facet_sets) one), '');
  says text := 'line LIKE ALL ($1)' || CASE WHEN is_rest THEN ' AND NOT written || readings LIKE ALL ($1)' ELSE '' END;
  plan json;
  likely float8;
BEGIN
  IF cardinality(patterns) = 0 THEN
    RETURN QUERY EXECUTE format('SELECT subject_id, %s FROM %s WHERE %s ORDER BY %s LIMIT %s', given, list, fits, ordered_by, most);
    RETURN;
  END IF;
  IF search.has_words(list) THEN
    EXECUTE format('EXPLAIN (FORMAT JSON) SELECT FROM %s WHERE search.words(line, facets, written || readings) @@ %L', list, query) INTO plan;
    likely := (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8;
    IF likely * likely < most * (SELECT reltuples FROM pg_class WHERE oid = list) THEN
      RETURN QUERY EXECUTE format('SELECT subject_id, %s FROM (SELECT * FROM %s
        WHERE search.words(line, facets, written || readings) @@ $2 AND %s AND %s OFFSET 0) met ORDER BY %s LIMIT %s',
        given, list, says, fits, ordered_by, most) USING patterns, query;
      RETURN;
    END IF;
  END IF;
  IF cardinality(facet_sets) = 0 THEN
    RETURN QUERY EXECUTE format('SELECT subject_id, %s FROM %s WHERE %s AND %s ORDER BY %s LIMIT %s', given, list, says, fits, ordered_by, most)
      USING patterns;
    RETURN;
  END IF;
  RETURN QUERY EXECUTE format('SELECT subject_id, %1$s FROM %2$s one WHERE %3$s AND EXISTS (
    SELECT FROM %2$s WHERE kind = %4$L AND audience = %5$L AND subject_id = one.subject_id AND %6$s) ORDER BY %7$s LIMIT %8$s', given, list, fits,
    split_part((parse_ident(list::text))[2], '_for_', 1), split_part((parse_ident(list::text))[2], '_for_', 2), says, ordered_by, most) USING patterns;
END $$;
--> statement-breakpoint
-- For the front, as `search.find`: both read the lines alone.
COMMENT ON FUNCTION search.in_order IS 'reads what raises the public epoch';
--> statement-breakpoint
-- As before, out of a thousand and one that are like them.
CREATE OR REPLACE FUNCTION search.find_similar(list regclass, words text[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  home text := (SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'pg_trgm');
BEGIN
  IF home IS NULL OR NOT EXISTS (SELECT FROM unnest(words) word WHERE length(word) > 3) THEN RETURN; END IF;
  RETURN QUERY EXECUTE format('SELECT subject_id FROM (SELECT subject_id, written, readings, sort_latin FROM %s WHERE %s LIMIT 1001) one
    ORDER BY %s, sort_latin, subject_id LIMIT 6', list,
    (SELECT string_agg(CASE WHEN length(word) > 3 THEN format('%L OPERATOR(%s.<<%%) (written || readings)', word, home)
      ELSE format('(written || readings) LIKE %L', '% ' || word || '%') END, ' AND ') FROM unnest(words) word),
    (SELECT string_agg(format('%s.strict_word_similarity(%L, written || readings)', home, word), ' + ') || ' DESC' FROM unnest(words) word));
END $$;
