-- Some lines of a list that have most of what is wanted: those that the first question finds, then those that the next one does, until there are
-- so many; of one question the newest. Of more than a thousand that one finds, the first thousand of the index. While that is being built, any
-- that have one of the values.
CREATE FUNCTION search.nearest(list regclass, questions text[], any_of text[], most integer) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  is_met text := CASE WHEN EXISTS (
      SELECT FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam AND a.amname = 'gin'
      WHERE i.indrelid = list AND i.indisvalid AND pg_get_expr(i.indexprs, list) LIKE '%search.words(%')
    THEN 'search.words(line, facets, written || readings) @@ $2::tsquery' ELSE 'facets && $3' END;
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
