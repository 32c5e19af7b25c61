-- Whether the index of words of a list stands; a large club's may still be being built.
CREATE FUNCTION search.has_words(list regclass) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT FROM pg_index WHERE indrelid = list AND indisvalid AND pg_get_expr(indexprs, indrelid) LIKE '%search.words(%')
$$;
--> statement-breakpoint
-- Some lines of a list that have most of what is wanted: those that the first question finds, then those that the next one does, until there are
-- so many; of one question the newest. Of more than a thousand that one finds, the first thousand of the index. While that is being built, any
-- that have one of the values.
CREATE FUNCTION search.nearest(list regclass, questions text[], any_of text[], most integer) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  is_met text := CASE WHEN search.has_words(list) THEN 'search.words(line, facets, written || readings) @@ $2::tsquery' ELSE 'facets && $3' END;
  found uuid[] := '{}';
  question text;
BEGIN
  FOREACH question IN ARRAY questions LOOP
    EXIT WHEN cardinality(found) >= most;
    EXECUTE format('SELECT $1 || array(SELECT subject_id FROM (SELECT subject_id, sort_newest FROM %s
      WHERE %s AND subject_id <> ALL ($1) AND (last_day IS NULL OR last_day >= search.today()) LIMIT 1000) met
      ORDER BY sort_newest COLLATE "C" DESC, subject_id)', list, is_met) INTO found USING found, question, any_of;
  END LOOP;
  RETURN QUERY SELECT unnest(found[:most]);
END $$;
