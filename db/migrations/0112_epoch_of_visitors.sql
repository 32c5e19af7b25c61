-- Visitors' pages were drawn anew whenever a member saved their profile or read what was new. The epoch is raised now by
-- what such pages read: of people, some columns; of what is searched, the lines and counts of everybody. The arguments tell
-- the front (`scripts/front/public-epoch.mjs`): `entry` raises where the entry is online, `rows` does not watch all rows of
-- its table, `columns` watches those that follow.
CREATE OR REPLACE FUNCTION raise_public_epoch() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF current_setting('club.public_epoch', true) = 'raised' THEN
    RETURN NULL;
  END IF;
  IF TG_LEVEL = 'ROW' AND (TG_TABLE_NAME IN ('projects', 'experiences') OR TG_ARGV[0] = 'entry') THEN
    IF NOT EXISTS (
      SELECT FROM public.entries WHERE id = coalesce(NEW.id, OLD.id) AND moderation = 'published'
    ) THEN
      RETURN NULL;
    END IF;
  END IF;
  UPDATE public.public_epoch SET epoch = epoch + 1 WHERE slot = (
    SELECT slot FROM public.public_epoch LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
  );
  IF NOT FOUND THEN
    INSERT INTO public.public_epoch DEFAULT VALUES;
  END IF;
  PERFORM set_config('club.public_epoch', 'raised', true);
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Who sees which field of a member is said in full by whoever saves their profile once: what was so before (`DEFAULT_VISIBILITY`) is no change.
DO $$
DECLARE
  of record;
  unsaid text := '{"portrait":"members","nameZh":"members","jobTitle":"members","bio":"members","offers":"members","needs":"members",'
    '"languages":"members","sectors":"members","cities":"members","organisation":"members","email":"contacts","phone":"contacts","wechat":"contacts"}';
BEGIN
  FOR of IN SELECT * FROM (VALUES
    ('accounts', '{id,status,is_open}'::text[]),
    ('members', '{id,account_id,slug,family_name,given_name,name_order,name_zh,portrait_id,visibility,sort_latin,sort_pinyin,hidden_at}')
  ) watched (name, read) LOOP
    EXECUTE format('DROP TRIGGER %I ON %I', of.name || '_raises_epoch', of.name);
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION raise_public_epoch()',
      of.name || '_raises_epoch', of.name);
    EXECUTE (SELECT format('CREATE TRIGGER %I AFTER UPDATE ON %I FOR EACH ROW WHEN ((%s) IS DISTINCT FROM (%s)) EXECUTE FUNCTION raise_public_epoch(''columns'', %s)',
      of.name || '_update_raises_epoch', of.name, string_agg(format(said, 'OLD', one), ', '), string_agg(format(said, 'NEW', one), ', '),
      string_agg(quote_literal(one), ', '))
    FROM unnest(of.read) one, LATERAL (SELECT CASE one WHEN 'visibility' THEN quote_literal(unsaid) || '::jsonb || %s.%I' ELSE '%s.%I' END) is_said (said));
  END LOOP;
END $$;
--> statement-breakpoint
DROP TRIGGER search_lines_raises_epoch ON search_lines;
--> statement-breakpoint
DROP TRIGGER search_lines_truncate_raises_epoch ON search_lines;
--> statement-breakpoint
CREATE FUNCTION search.watch_lines(list regclass) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER lines_raise_epoch AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION public.raise_public_epoch()', list);
  EXECUTE format('CREATE TRIGGER lines_truncate_raises_epoch AFTER TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION public.raise_public_epoch()', list);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search.watch_lines FROM public;
--> statement-breakpoint
SELECT search.watch_lines(relid) FROM pg_partition_tree('search_lines') WHERE isleaf AND relid::text LIKE '%\_for\_public';
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
    IF reader = 'public' THEN
      PERFORM search.watch_lines(format('search.%I', of_kind || '_for_' || reader)::regclass);
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
DROP TRIGGER search_counts_raises_epoch ON search_counts;
--> statement-breakpoint
DROP TRIGGER search_counts_truncate_raises_epoch ON search_counts;
--> statement-breakpoint
-- Counts of what everybody finds; and the directory, which visitors do not find, says to all how many it lists.
CREATE FUNCTION search.is_for_visitors(counted search_counts) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT counted.audience = 'public' OR counted.kind = 'member' AND counted.audience = 'members' AND counted.facet = ''
$$;
--> statement-breakpoint
CREATE TRIGGER search_counts_insert_raises_epoch AFTER INSERT ON search_counts FOR EACH ROW
WHEN (search.is_for_visitors(NEW)) EXECUTE FUNCTION raise_public_epoch('rows');
--> statement-breakpoint
CREATE TRIGGER search_counts_update_raises_epoch AFTER UPDATE ON search_counts FOR EACH ROW
WHEN (search.is_for_visitors(OLD) OR search.is_for_visitors(NEW)) EXECUTE FUNCTION raise_public_epoch('rows');
--> statement-breakpoint
CREATE TRIGGER search_counts_delete_raises_epoch AFTER DELETE ON search_counts FOR EACH ROW
WHEN (search.is_for_visitors(OLD)) EXECUTE FUNCTION raise_public_epoch('rows');
--> statement-breakpoint
CREATE TRIGGER search_counts_truncate_raises_epoch AFTER TRUNCATE ON search_counts FOR EACH STATEMENT
EXECUTE FUNCTION raise_public_epoch('rows');
--> statement-breakpoint
CREATE VIEW search.public_counts AS SELECT kind, audience, facet, n FROM public.search_counts counted WHERE search.is_for_visitors(counted);
--> statement-breakpoint
COMMENT ON VIEW search.public_counts IS 'reads what raises the public epoch';
--> statement-breakpoint
-- For the worker, as before; counts that are put together say what they said.
CREATE OR REPLACE FUNCTION search.tidy() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE raised text := coalesce(current_setting('club.public_epoch', true), '');
BEGIN
  DELETE FROM public.search_lines WHERE last_day < search.today();
  PERFORM set_config('club.public_epoch', 'raised', true);
  WITH gone AS (
    DELETE FROM public.search_counts WHERE (kind, audience, facet) IN (
      SELECT kind, audience, facet FROM public.search_counts GROUP BY 1, 2, 3 HAVING count(*) > 1 OR sum(n) = 0)
    RETURNING *
  )
  INSERT INTO public.search_counts SELECT kind, audience, facet, sum(n) FROM gone GROUP BY 1, 2, 3 HAVING sum(n) <> 0;
  PERFORM set_config('club.public_epoch', raised, true);
  PERFORM gin_clean_pending_list(i.oid) FROM pg_class i JOIN pg_am a ON a.oid = i.relam
  WHERE i.relnamespace = 'search'::regnamespace AND i.relkind = 'i' AND a.amname = 'gin';
END $$;
