-- Up to six of a list whose names are like these folded words, the likest first; short words have to begin one. Nobody where the server has
-- no pg_trgm (`scripts/migrate.ts` provides it with its index).
CREATE FUNCTION search.find_similar(list regclass, words text[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  home text := (SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'pg_trgm');
BEGIN
  IF home IS NULL OR NOT EXISTS (SELECT FROM unnest(words) word WHERE length(word) > 3) THEN RETURN; END IF;
  RETURN QUERY EXECUTE format('SELECT subject_id FROM %s WHERE %s ORDER BY %s, sort_latin, subject_id LIMIT 6', list,
    (SELECT string_agg(CASE WHEN length(word) > 3 THEN format('%L OPERATOR(%s.<<%%) (written || readings)', word, home)
      ELSE format('(written || readings) LIKE %L', '% ' || word || '%') END, ' AND ') FROM unnest(words) word),
    (SELECT string_agg(format('%s.strict_word_similarity(%L, written || readings)', home, word), ' + ') || ' DESC' FROM unnest(words) word));
END $$;
