ALTER TABLE "search_lines" ADD COLUMN "last_day" date;
--> statement-breakpoint
CREATE INDEX "search_lines_last_day_index" ON "search_lines" USING btree ("last_day") WHERE "search_lines"."last_day" is not null;
--> statement-breakpoint
DO $$ DECLARE one text; BEGIN
  FOREACH one IN ARRAY '{member_lines,organisation_lines}'::text[] LOOP
    EXECUTE format('CREATE OR REPLACE VIEW search.%I AS SELECT made.*, NULL::date AS last_day FROM (%s) made',
      one, rtrim(pg_get_viewdef(format('search.%I', one)::regclass), ';'));
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION search.today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT (now() AT TIME ZONE 'Europe/Paris')::date $$;
--> statement-breakpoint
-- What is over is no longer found from midnight on, nor put back; the worker takes it away within a minute.
CREATE OR REPLACE FUNCTION search.find(list regclass, query tsquery, patterns text[], facet_sets text[])
RETURNS TABLE (subject_id uuid, facets text[], written text, readings text, sort_latin text, sort_pinyin text, sort_newest text)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT subject_id, facets, written, readings, sort_latin, sort_pinyin, sort_newest FROM %s
    WHERE line LIKE ALL ($2) AND %s AND (last_day IS NULL OR last_day >= search.today()) LIMIT 1001', list, CASE WHEN EXISTS (
      SELECT FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
      WHERE i.indrelid = list AND i.indisvalid AND a.amname = 'gin')
    THEN 'search.words(line, facets) @@ $1'
    ELSE 'NOT EXISTS (SELECT FROM unnest($3) one WHERE NOT facets && one::text[])' END) USING query, patterns, facet_sets;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION search.refresh(of_kind text, source regclass, ids uuid[]) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF cardinality(ids) = 0 THEN RETURN; END IF;
  EXECUTE format('SELECT FROM %s WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', source) USING ids;
  EXECUTE format('DELETE FROM public.search_lines old WHERE kind = %L AND subject_id = ANY ($1) AND NOT EXISTS (
    SELECT FROM search.%I new WHERE new.audience = old.audience AND new.subject_id = old.subject_id)', of_kind, of_kind || '_lines') USING ids;
  EXECUTE format('INSERT INTO public.search_lines AS old SELECT * FROM search.%I WHERE subject_id = ANY ($1)
    ON CONFLICT (kind, audience, subject_id) DO UPDATE SET
      (line, written, readings, facets, sort_latin, sort_pinyin, sort_newest, last_day) = (excluded.line, excluded.written, excluded.readings,
      excluded.facets, excluded.sort_latin, excluded.sort_pinyin, excluded.sort_newest, excluded.last_day)
    WHERE old IS DISTINCT FROM excluded', of_kind || '_lines') USING ids;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION search.tidy() RETURNS void LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM public.search_lines WHERE last_day < search.today();
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
-- Of a sector its group, of a city its division, as the lists of `db/reference` have them; null of anything else.
CREATE FUNCTION search.wider(list text, slug text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '{"sectors":{
    "agrifood":"food-tourism","gastronomy-wine":"food-tourism","tourism-hospitality":"food-tourism","sport-outdoor":"food-tourism",
    "health-biotech":"health-beauty","medical-devices":"health-beauty","cosmetics-wellness":"health-beauty",
    "chemistry-materials":"industry-materials","machinery-metal":"industry-materials","electronics":"industry-materials","wood-forest":"industry-materials",
    "environment-water":"energy-city","energy":"energy-city","construction":"energy-city","smart-city":"energy-city",
    "technical-textiles":"textile-fashion","silk-luxury-fashion":"textile-fashion",
    "automotive-mobility":"transport-supply","rail-aerospace":"transport-supply","logistics":"transport-supply",
    "digital-software":"digital-culture","robotics-ai":"digital-culture","games-audiovisual":"digital-culture","culture-creative":"digital-culture","media-communication":"digital-culture",
    "education-research":"trade-services","retail-ecommerce":"trade-services","finance-insurance":"trade-services","legal-accounting":"trade-services","consulting-services":"trade-services","public-nonprofit":"trade-services"},
  "cities":{
    "guangzhou":"guangdong","shenzhen":"guangdong","dongguan":"guangdong","foshan":"guangdong","zhuhai":"guangdong","zhongshan":"guangdong","huizhou":"guangdong","jiangmen":"guangdong","shantou":"guangdong",
    "hong-kong":"hong-kong",
    "macao":"macao",
    "shanghai":"shanghai",
    "suzhou":"jiangsu","kunshan":"jiangsu","taicang":"jiangsu","nanjing":"jiangsu","wuxi":"jiangsu","changzhou":"jiangsu","nantong":"jiangsu","yangzhou":"jiangsu","xuzhou":"jiangsu",
    "hangzhou":"zhejiang","ningbo":"zhejiang","wenzhou":"zhejiang","jiaxing":"zhejiang","huzhou":"zhejiang","shaoxing":"zhejiang","yiwu":"zhejiang",
    "hefei":"anhui","wuhu":"anhui",
    "fuzhou":"fujian","xiamen":"fujian","quanzhou":"fujian",
    "beijing":"beijing",
    "tianjin":"tianjin",
    "shijiazhuang":"hebei","tangshan":"hebei",
    "jinan":"shandong","qingdao":"shandong","yantai":"shandong","weihai":"shandong",
    "dalian":"liaoning","shenyang":"liaoning",
    "changchun":"jilin",
    "harbin":"heilongjiang",
    "taiyuan":"shanxi",
    "hohhot":"inner-mongolia",
    "zhengzhou":"henan","luoyang":"henan",
    "wuhan":"hubei","xiangyang":"hubei",
    "changsha":"hunan",
    "nanchang":"jiangxi","jingdezhen":"jiangxi",
    "chengdu":"sichuan","mianyang":"sichuan",
    "chongqing":"chongqing",
    "xian":"shaanxi",
    "lanzhou":"gansu",
    "xining":"qinghai",
    "yinchuan":"ningxia",
    "urumqi":"xinjiang",
    "kunming":"yunnan",
    "guiyang":"guizhou",
    "lhasa":"xizang",
    "nanning":"guangxi","guilin":"guangxi",
    "haikou":"hainan","sanya":"hainan"}}'::jsonb -> list ->> slug
$$;
--> statement-breakpoint
-- What anybody may come upon: published ones of active members, not taken down, until their deadline has passed. Visitors find them by
-- what is shown of sectors and cities, members by all of it where they may all know the owner; each also by what is wider.
CREATE VIEW search.project_lines AS
SELECT 'project'::text AS kind, audience, e.id AS subject_id,
  CASE audience WHEN 'members' THEN e.search_members ELSE e.search_public END AS line,
  '' AS written, '' AS readings, facets, '' AS sort_latin, '' AS sort_pinyin,
  coalesce(to_char(e.published_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'), '') AS sort_newest, p.deadline AS last_day
FROM entries e
JOIN projects p ON p.id = e.id
JOIN members m ON m.id = e.owner_id
JOIN accounts a ON a.id = m.account_id AND a.status = 'active'
CROSS JOIN (VALUES ('public'), ('members')) reader (audience)
CROSS JOIN LATERAL (SELECT audience = 'members' AND e.owner_level = 'members' AND m.hidden_at IS NULL AND EXISTS (
  SELECT FROM consents c WHERE c.account_id = a.id AND c.purpose = 'members-directory' AND c.withdrawn_at IS NULL) AS is_named) owner
CROSS JOIN LATERAL (SELECT array(
    SELECT 'type:' || p.profile_type WHERE p.profile_type IS NOT NULL
    UNION SELECT list || ':' || one
    FROM (VALUES ('sectors', CASE WHEN is_named THEN e.sectors ELSE e.shown_sectors END),
      ('cities', CASE WHEN is_named THEN e.cities ELSE e.shown_places END)) shown (list, slugs),
      unnest(slugs) slug, unnest(ARRAY[slug, search.wider(list, slug)]) one
    WHERE one <> 'china'
    ORDER BY 1) AS facets) made
WHERE e.kind = 'project' AND e.moderation = 'published' AND e.hidden_at IS NULL
  AND (p.deadline IS NULL OR p.deadline >= search.today());
--> statement-breakpoint
-- Who owns what is inserted must not leave the directory meanwhile: what they do then would not see it.
CREATE FUNCTION search.refresh_projects() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM FROM public.members m WHERE id IN (SELECT e.owner_id FROM added JOIN public.entries e ON e.id = added.id) ORDER BY id FOR SHARE;
    PERFORM search.refresh('project', 'public.entries', array(SELECT id FROM added));
  ELSE
    PERFORM search.refresh('project', 'public.entries', ARRAY[OLD.id]);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What members own shows whether they are active and in the directory.
CREATE FUNCTION search.refresh_owned() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  of_accounts uuid[];
  owners uuid[];
BEGIN
  IF TG_LEVEL = 'STATEMENT' THEN
    of_accounts := array(SELECT account_id FROM added WHERE purpose = 'members-directory');
  ELSIF TG_TABLE_NAME = 'accounts' THEN
    of_accounts := ARRAY[NEW.id];
  ELSE
    of_accounts := ARRAY[NEW.account_id, OLD.account_id];
  END IF;
  owners := array(SELECT id FROM public.members WHERE account_id = ANY (of_accounts) ORDER BY id FOR NO KEY UPDATE);
  PERFORM search.refresh('project', 'public.entries', array(SELECT id FROM public.entries WHERE owner_id = ANY (owners) AND kind = 'project'));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER projects_lines_added AFTER INSERT ON projects REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION search.refresh_projects();
--> statement-breakpoint
CREATE TRIGGER projects_lines_changed AFTER UPDATE ON projects FOR EACH ROW
WHEN ((OLD.profile_type, OLD.deadline) IS DISTINCT FROM (NEW.profile_type, NEW.deadline)) EXECUTE FUNCTION search.refresh_projects();
--> statement-breakpoint
CREATE TRIGGER projects_lines_removed AFTER DELETE ON projects FOR EACH ROW EXECUTE FUNCTION search.refresh_projects();
--> statement-breakpoint
CREATE TRIGGER entries_project_lines_changed AFTER UPDATE ON entries FOR EACH ROW
WHEN (NEW.kind = 'project' AND (OLD.owner_id, OLD.moderation, OLD.owner_level, OLD.sectors, OLD.cities, OLD.shown_sectors, OLD.shown_places,
  OLD.search_public, OLD.search_members, OLD.published_at, OLD.hidden_at) IS DISTINCT FROM
  (NEW.owner_id, NEW.moderation, NEW.owner_level, NEW.sectors, NEW.cities, NEW.shown_sectors, NEW.shown_places,
  NEW.search_public, NEW.search_members, NEW.published_at, NEW.hidden_at)) EXECUTE FUNCTION search.refresh_projects();
--> statement-breakpoint
CREATE TRIGGER accounts_owned_lines_changed AFTER UPDATE ON accounts FOR EACH ROW
WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION search.refresh_owned();
--> statement-breakpoint
CREATE TRIGGER members_owned_lines_changed AFTER UPDATE ON members FOR EACH ROW
WHEN ((OLD.account_id, OLD.hidden_at) IS DISTINCT FROM (NEW.account_id, NEW.hidden_at)) EXECUTE FUNCTION search.refresh_owned();
--> statement-breakpoint
CREATE TRIGGER consents_owned_lines_added AFTER INSERT ON consents REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION search.refresh_owned();
--> statement-breakpoint
CREATE TRIGGER consents_owned_lines_changed AFTER UPDATE ON consents FOR EACH ROW
WHEN (NEW.purpose = 'members-directory' OR OLD.purpose = 'members-directory') EXECUTE FUNCTION search.refresh_owned();
--> statement-breakpoint
CREATE TRIGGER consents_owned_lines_removed AFTER DELETE ON consents FOR EACH ROW
WHEN (OLD.purpose = 'members-directory') EXECUTE FUNCTION search.refresh_owned();
--> statement-breakpoint
SELECT search.open_kind('project', '{public,members}');
--> statement-breakpoint
INSERT INTO search_lines SELECT * FROM search.project_lines;
