-- What lists search, narrow, count and sort by. Its partitions, and what fills them, stand in a schema of their own.
CREATE SCHEMA search;
--> statement-breakpoint
CREATE TABLE "search_counts" (
	"kind" text NOT NULL,
	"audience" text NOT NULL,
	"facet" text NOT NULL,
	"n" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_lines" (
	"kind" text NOT NULL,
	"audience" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"line" text NOT NULL,
	"written" text NOT NULL,
	"readings" text NOT NULL,
	"facets" text[] NOT NULL,
	"sort_latin" text NOT NULL,
	"sort_pinyin" text NOT NULL,
	"sort_newest" text NOT NULL,
	CONSTRAINT "search_lines_kind_audience_subject_id_pk" PRIMARY KEY("kind","audience","subject_id")
) PARTITION BY LIST ("kind");
--> statement-breakpoint
-- A pass over a thousand lines reads each where it lies: what is long is made smaller there, not put elsewhere.
ALTER TABLE search_lines ALTER COLUMN line SET STORAGE MAIN;
--> statement-breakpoint
-- A kind of lines with who finds them. Beside it there has to be a view `search.<kind>_lines` with the columns of the table.
CREATE FUNCTION search.open_kind(of_kind text, audiences text[]) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE reader text;
BEGIN
  EXECUTE format('CREATE TABLE search.%I PARTITION OF public.search_lines FOR VALUES IN (%L) PARTITION BY LIST (audience)', of_kind, of_kind);
  FOREACH reader IN ARRAY audiences LOOP
    EXECUTE format('CREATE TABLE search.%I PARTITION OF search.%I FOR VALUES IN (%L)',
      of_kind || '_for_' || reader, of_kind, reader);
  END LOOP;
END $$;
--> statement-breakpoint
-- Chinese characters, as `\p{Script=Han}` has them.
CREATE FUNCTION search.han() RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '\u2E80-\u2FDF\u3005\u3007\u3021-\u3029\u3038-\u303B\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00016FE2-\U00016FFF\U00020000-\U00033FFF'
$$;
--> statement-breakpoint
-- What is looked up of a folded line (`searchLine`): each word that is not Chinese, of Chinese ones each character and each two that
-- stand together, and the facets. Dear to work out: nothing reads it but its index.
CREATE FUNCTION search.words(line text, facets text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT concat_ws(' ',
    regexp_replace(regexp_replace(line, '[' || search.han() || ']+', ' ', 'g'), '([^ ]{100})[^ ]+', '\1', 'g'),
    regexp_replace(han, '(.)', '\1 ', 'g'),
    regexp_replace(han, '(..)', '\1 ', 'g'),
    regexp_replace(substr(han, 2), '(..)', '\1 ', 'g'))::tsvector || array_to_tsvector(facets)
  FROM regexp_replace(line, '[^' || search.han() || ']+', ' ', 'g') han
$$;
--> statement-breakpoint
-- The first thousand and one lines of a list (`search.member_for_team`) that are looked up so. What the index finds is asked again, since
-- three Chinese characters that it holds by two may stand apart. While a large club's index is being built, each line is asked.
CREATE FUNCTION search.find(list regclass, query tsquery, patterns text[], facet_sets text[])
RETURNS TABLE (subject_id uuid, facets text[], written text, readings text, sort_latin text, sort_pinyin text, sort_newest text)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT subject_id, facets, written, readings, sort_latin, sort_pinyin, sort_newest FROM %s
    WHERE line LIKE ALL ($2) AND %s LIMIT 1001', list, CASE WHEN EXISTS (
      SELECT FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
      WHERE i.indrelid = list AND i.indisvalid AND a.amname = 'gin')
    THEN 'search.words(line, facets) @@ $1'
    ELSE 'NOT EXISTS (SELECT FROM unnest($3) one WHERE NOT facets && one::text[])' END) USING query, patterns, facet_sets;
END $$;
--> statement-breakpoint
-- Makes the lines of these what the view of their kind says. Two who change what one line shows meet at the row it stands for; the
-- second then reads what the first left.
CREATE FUNCTION search.refresh(of_kind text, source regclass, ids uuid[]) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF cardinality(ids) = 0 THEN RETURN; END IF;
  EXECUTE format('SELECT FROM %s WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', source) USING ids;
  EXECUTE format('DELETE FROM public.search_lines old WHERE kind = %L AND subject_id = ANY ($1) AND NOT EXISTS (
    SELECT FROM search.%I new WHERE new.audience = old.audience AND new.subject_id = old.subject_id)', of_kind, of_kind || '_lines') USING ids;
  EXECUTE format('INSERT INTO public.search_lines AS old SELECT * FROM search.%I WHERE subject_id = ANY ($1)
    ON CONFLICT (kind, audience, subject_id) DO UPDATE SET
      (line, written, readings, facets, sort_latin, sort_pinyin, sort_newest) = (excluded.line, excluded.written, excluded.readings,
      excluded.facets, excluded.sort_latin, excluded.sort_pinyin, excluded.sort_newest)
    WHERE old IS DISTINCT FROM excluded', of_kind || '_lines') USING ids;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search.refresh FROM public;
--> statement-breakpoint
CREATE FUNCTION search.count_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO public.search_counts SELECT kind, audience, facet, count(*) FROM added, unnest(facets || ''::text) facet GROUP BY 1, 2, 3;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO public.search_counts SELECT kind, audience, facet, -count(*) FROM removed, unnest(facets || ''::text) facet GROUP BY 1, 2, 3;
  ELSE
    INSERT INTO public.search_counts SELECT kind, audience, facet, sum(n) FROM (
      SELECT kind, audience, facet, 1 AS n FROM added, unnest(facets) facet
      UNION ALL SELECT kind, audience, facet, -1 FROM removed, unnest(facets) facet
    ) changed GROUP BY 1, 2, 3 HAVING sum(n) <> 0;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- For the worker: puts the counts together, and into the index what waits before it. Two at once are right: what one has taken away
-- the other neither sees nor adds.
CREATE FUNCTION search.tidy() RETURNS void LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
  WITH gone AS (
    DELETE FROM public.search_counts WHERE (kind, audience, facet) IN (
      SELECT kind, audience, facet FROM public.search_counts GROUP BY 1, 2, 3 HAVING count(*) > 1 OR sum(n) = 0)
    RETURNING *
  )
  INSERT INTO public.search_counts SELECT kind, audience, facet, sum(n) FROM gone GROUP BY 1, 2, 3 HAVING sum(n) <> 0;
  SELECT gin_clean_pending_list(i.oid) FROM pg_class i JOIN pg_am a ON a.oid = i.relam
  WHERE i.relnamespace = 'search'::regnamespace AND i.relkind = 'i' AND a.amname = 'gin';
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search.tidy FROM public;
--> statement-breakpoint
CREATE TRIGGER search_lines_added AFTER INSERT ON search_lines REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION search.count_lines();
--> statement-breakpoint
CREATE TRIGGER search_lines_removed AFTER DELETE ON search_lines REFERENCING OLD TABLE AS removed
FOR EACH STATEMENT EXECUTE FUNCTION search.count_lines();
--> statement-breakpoint
CREATE TRIGGER search_lines_changed AFTER UPDATE ON search_lines REFERENCING OLD TABLE AS removed NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION search.count_lines();
--> statement-breakpoint
SELECT search.open_kind('member', '{members,team}');
--> statement-breakpoint
-- Active members who agreed to stand in the directory and were not taken down. The levels are those of `lib/members/policy.ts`; texts
-- come as `buildMemberSearch` made them: after the last Chinese name stands how it is typed.
CREATE VIEW search.member_lines AS
SELECT 'member'::text AS kind, audience, m.id AS subject_id, line, written,
  substr(m.search_names, length(written) + 1) AS readings, facets,
  left(m.sort_latin, 200) AS sort_latin, left(m.sort_pinyin, 200) AS sort_pinyin,
  coalesce(m.joined_on, (m.created_at AT TIME ZONE 'UTC')::date) || ' ' || to_char(m.created_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') AS sort_newest
FROM members m
JOIN accounts a ON a.id = m.account_id AND a.status = 'active'
CROSS JOIN (VALUES ('members', '{public,members}'::text[]), ('team', '{public,members,team}')) reader (audience, levels)
CROSS JOIN LATERAL (SELECT
  m.search_names || CASE audience WHEN 'team' THEN m.search_team ELSE m.search_members END AS line,
  coalesce(substring(m.search_names FROM '^.*[' || search.han() || '] '), m.search_names) AS written,
  array(
    SELECT 'sectors:' || slug FROM unnest(m.sectors) slug WHERE coalesce(m.visibility ->> 'sectors', 'members') = ANY (levels)
    UNION ALL
    SELECT 'cities:' || slug FROM unnest(m.cities) slug WHERE coalesce(m.visibility ->> 'cities', 'members') = ANY (levels)
  ) AS facets) made
WHERE m.hidden_at IS NULL AND EXISTS (
  SELECT FROM consents c WHERE c.account_id = a.id AND c.purpose = 'members-directory' AND c.withdrawn_at IS NULL);
--> statement-breakpoint
CREATE FUNCTION search.refresh_members() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_LEVEL = 'STATEMENT' THEN
    PERFORM search.refresh('member', 'public.members', array(SELECT id FROM added));
  ELSE
    PERFORM search.refresh('member', 'public.members', ARRAY[coalesce(NEW.id, OLD.id)]);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION search.refresh_member_of_account() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM search.refresh('member', 'public.members', array(SELECT id FROM public.members WHERE account_id = NEW.id));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION search.refresh_members_who_agreed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_LEVEL = 'STATEMENT' THEN
    PERFORM search.refresh('member', 'public.members', array(SELECT DISTINCT m.id FROM added
      JOIN public.members m ON m.account_id = added.account_id WHERE added.purpose = 'members-directory'));
  ELSE
    PERFORM search.refresh('member', 'public.members', array(SELECT id FROM public.members WHERE account_id IN (NEW.account_id, OLD.account_id)));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER members_lines_added AFTER INSERT ON members REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION search.refresh_members();
--> statement-breakpoint
CREATE TRIGGER members_lines_changed AFTER UPDATE ON members FOR EACH ROW
WHEN ((OLD.account_id, OLD.search_names, OLD.search_members, OLD.search_team, OLD.sort_latin, OLD.sort_pinyin, OLD.sectors, OLD.cities,
  OLD.visibility, OLD.joined_on, OLD.created_at, OLD.hidden_at) IS DISTINCT FROM
  (NEW.account_id, NEW.search_names, NEW.search_members, NEW.search_team, NEW.sort_latin, NEW.sort_pinyin, NEW.sectors, NEW.cities,
  NEW.visibility, NEW.joined_on, NEW.created_at, NEW.hidden_at)) EXECUTE FUNCTION search.refresh_members();
--> statement-breakpoint
CREATE TRIGGER members_lines_removed AFTER DELETE ON members FOR EACH ROW EXECUTE FUNCTION search.refresh_members();
--> statement-breakpoint
CREATE TRIGGER accounts_lines_changed AFTER UPDATE ON accounts FOR EACH ROW
WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION search.refresh_member_of_account();
--> statement-breakpoint
CREATE TRIGGER consents_lines_added AFTER INSERT ON consents REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION search.refresh_members_who_agreed();
--> statement-breakpoint
CREATE TRIGGER consents_lines_changed AFTER UPDATE ON consents FOR EACH ROW
WHEN (NEW.purpose = 'members-directory' OR OLD.purpose = 'members-directory') EXECUTE FUNCTION search.refresh_members_who_agreed();
--> statement-breakpoint
CREATE TRIGGER consents_lines_removed AFTER DELETE ON consents FOR EACH ROW
WHEN (OLD.purpose = 'members-directory') EXECUTE FUNCTION search.refresh_members_who_agreed();
--> statement-breakpoint
INSERT INTO search_lines SELECT * FROM search.member_lines;
--> statement-breakpoint
CREATE INDEX "search_counts_index" ON "search_counts" USING btree ("kind","audience");
--> statement-breakpoint
-- A large club's is built while the portal is open (`scripts/indexes.ts`): the one of the whole is invalid until each partition has its own.
DO $$ BEGIN
  IF (SELECT count(*) <= 20000 FROM members) THEN
    CREATE INDEX "search_lines_words_index" ON "search_lines" USING gin (search.words("line", "facets"));
  ELSE
    CREATE INDEX "search_lines_words_index" ON ONLY "search_lines" USING gin (search.words("line", "facets"));
  END IF;
END $$;
--> statement-breakpoint
CREATE INDEX "search_lines_fr_index" ON "search_lines" USING btree ("sort_latin" collate "fr-x-icu","subject_id");
--> statement-breakpoint
CREATE INDEX "search_lines_en_index" ON "search_lines" USING btree ("sort_latin" collate "en-x-icu","subject_id");
--> statement-breakpoint
CREATE INDEX "search_lines_zh_index" ON "search_lines" USING btree ("sort_pinyin" collate "zh-x-icu","subject_id");
--> statement-breakpoint
CREATE INDEX "search_lines_newest_index" ON "search_lines" USING btree ("sort_newest" collate "C" desc,"subject_id");
