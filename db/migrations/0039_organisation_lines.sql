-- The reference lists that decide on which side an organisation stands; `organisation-lines.db.test.ts` compares them.
CREATE FUNCTION search.lyon_places() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT '{lyon-metropole, lyon-1, lyon-2, lyon-3, lyon-4, lyon-5, lyon-6, lyon-7, lyon-8, lyon-9, lyon, villeurbanne, venissieux, vaulx-en-velin, saint-priest, caluire-et-cuire, bron, oullins-pierre-benite, meyzieu, rillieux-la-pape, decines-charpieu, tassin-la-demi-lune, sainte-foy-les-lyon, saint-genis-laval, givors, saint-fons, ecully, francheville, mions, craponne, chassieu, corbas, grigny-sur-rhone, feyzin, dardilly, irigny, neuville-sur-saone, saint-didier-au-mont-d-or, sathonay-camp, fontaines-sur-saone, la-mulatiere, saint-cyr-au-mont-d-or, jonage, champagne-au-mont-d-or, genay, saint-genis-les-ollieres, charbonnieres-les-bains, vernaison, charly, collonges-au-mont-d-or, la-tour-de-salvagny, limonest, marcy-l-etoile, quincieux, montanay, lissieu, solaize, fontaines-saint-martin, saint-germain-au-mont-d-or, albigny-sur-saone, cailloux-sur-fontaines, couzon-au-mont-d-or, sathonay-village, rochetaillee-sur-saone, fleurieu-sur-saone, poleymieux-au-mont-d-or, saint-romain-au-mont-d-or, curis-au-mont-d-or, part-dieu, confluence, gerland, vaise, la-doua, fort-saint-irenee, cite-internationale, eurexpo, vallee-de-la-chimie, airport-lys, techlid, ain, allier, ardeche, cantal, drome, isere, loire, haute-loire, puy-de-dome, rhone, savoie, haute-savoie, auvergne-rhone-alpes, saint-etienne, grenoble, clermont-ferrand, annecy, chambery, valence, bourg-en-bresse, roanne, villefranche-sur-saone, vienne, oyonnax, bourgoin-jallieu, le-puy-en-velay, vichy, moulins, aurillac, privas, aix-les-bains, annemasse, montelimar}'::text[] $$;
--> statement-breakpoint
CREATE FUNCTION search.chinese_cities() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT '{guangzhou, shenzhen, dongguan, foshan, zhuhai, zhongshan, huizhou, jiangmen, shantou, hong-kong, macao, shanghai, suzhou, kunshan, taicang, nanjing, wuxi, changzhou, nantong, yangzhou, xuzhou, hangzhou, ningbo, wenzhou, jiaxing, huzhou, shaoxing, yiwu, hefei, wuhu, fuzhou, xiamen, quanzhou, beijing, tianjin, shijiazhuang, tangshan, jinan, qingdao, yantai, weihai, dalian, shenyang, changchun, harbin, taiyuan, hohhot, zhengzhou, luoyang, wuhan, xiangyang, changsha, nanchang, jingdezhen, chengdu, mianyang, chongqing, xian, lanzhou, xining, yinchuan, urumqi, kunming, guiyang, lhasa, nanning, guilin, haikou, sanya}'::text[] $$;
--> statement-breakpoint
SELECT search.open_kind('organisation', '{public,members,team,administrators}');
--> statement-breakpoint
-- Every organisation as each audience would see it: `sideOf` in `lib/organisations/sides.ts`, with the activities that this audience
-- sees. Who is named to nobody (to visitors) hides nothing by the level for members.
CREATE VIEW search.every_organisation AS
SELECT 'organisation'::text AS kind, audience, o.id AS subject_id, o.search_text AS line, written, ''::text AS readings,
  array(SELECT DISTINCT facet FROM unnest(array['kinds:' || o.kind, 'sides:' || side]
    || array(SELECT 'sectors:' || slug FROM unnest(o.sectors) slug)
    || array(SELECT list || slug FROM unnest(places) slug, unnest('{places:,cities:}'::text[]) list)) facet
    WHERE facet IS NOT NULL ORDER BY facet) AS facets,
  left(o.sort_latin, 200) AS sort_latin, left(o.sort_pinyin, 200) AS sort_pinyin,
  to_char(o.created_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') AS sort_newest,
  o.visibility = ANY (open_to) AND (o.hidden_at IS NULL OR 'team' = ANY (levels)) AS is_listed
FROM organisations o
CROSS JOIN (VALUES ('public', '{public}'::text[], '{public}'::text[], '{public,members}'::text[]),
  ('members', '{public,members}', '{public,members}', '{public,members}'),
  ('team', '{public,members,team}', '{public,members,team}', '{public,members,team}'),
  ('administrators', '{public,members,team,self}', '{public,members,team}', '{public,members,team}')
) reader (audience, open_to, levels, ties)
CROSS JOIN LATERAL (SELECT array_remove(o.place || o.sites, NULL) AS places) at
CROSS JOIN LATERAL (SELECT CASE
  WHEN o.kind = ANY ('{university-school,research-lab,cluster,public-institution,chamber-agency,association,cultural-institution}') THEN 'institutions'
  WHEN o.country IN ('cn', 'hk', 'mo') OR o.kind = 'chinese-company' OR o.parent_uscc IS NOT NULL THEN
    CASE WHEN places && search.lyon_places() THEN 'chinese-in-lyon' END
  WHEN o.place = ANY (search.lyon_places()) AND (o.sites && search.chinese_cities() OR EXISTS (
    SELECT FROM activities act JOIN members m ON m.id = act.member_id JOIN accounts a ON a.id = m.account_id
    WHERE act.organisation_id = o.id AND act.direction <> 'china-to-lyon' AND act.stage <> 'exited' AND act.hidden_at IS NULL
      AND (act.until IS NULL OR act.until >= extract(year FROM now() AT TIME ZONE 'Europe/Paris')) AND cardinality(act.cities) > 0
      AND act.visibility = ANY (levels) AND coalesce(m.visibility ->> 'organisation', 'members') = ANY (ties) AND a.status = 'active'
  )) THEN 'lyon-in-china' END AS side) stands
CROSS JOIN LATERAL (SELECT coalesce(' ' || string_agg(word, ' ') || ' ', '') AS written FROM string_to_table(o.search_text, ' ') word
  WHERE word <> '' AND word = ANY (regexp_split_to_array(regexp_replace(normalize(lower(concat_ws(' ', o.name ->> 'fr', o.name ->> 'en', o.name ->> 'zh')),
    NFKD), '[\u0300-\u036f]', '', 'g'), '[^[:alnum:]]+'))) named;
--> statement-breakpoint
CREATE VIEW search.organisation_lines AS
SELECT kind, audience, subject_id, line, written, readings, facets, sort_latin, sort_pinyin, sort_newest FROM search.every_organisation WHERE is_listed;
--> statement-breakpoint
CREATE FUNCTION search.refresh_organisations() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_LEVEL = 'STATEMENT' THEN
    PERFORM search.refresh('organisation', 'public.organisations', array(SELECT id FROM added));
  ELSE
    PERFORM search.refresh('organisation', 'public.organisations', ARRAY[coalesce(NEW.id, OLD.id)]);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION search.refresh_organisations_of_activities() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_LEVEL = 'STATEMENT' THEN
    PERFORM search.refresh('organisation', 'public.organisations', array(SELECT DISTINCT organisation_id FROM added WHERE organisation_id IS NOT NULL));
  ELSE
    PERFORM search.refresh('organisation', 'public.organisations', array(SELECT DISTINCT id FROM unnest(ARRAY[NEW.organisation_id, OLD.organisation_id]) id WHERE id IS NOT NULL));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Those that somebody's activities bring to China: their account may have been closed, or their tie hidden.
CREATE FUNCTION search.refresh_organisations_of_member() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM search.refresh('organisation', 'public.organisations', array(
    SELECT DISTINCT act.organisation_id FROM public.activities act JOIN public.members m ON m.id = act.member_id
    WHERE act.organisation_id IS NOT NULL AND CASE TG_TABLE_NAME WHEN 'accounts' THEN m.account_id ELSE m.id END = NEW.id));
  RETURN NULL;
END $$;
--> statement-breakpoint
-- For the worker, once a day: activities whose last year has passed.
CREATE FUNCTION search.renew() RETURNS void LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
  SELECT search.refresh('organisation', 'public.organisations', array(SELECT DISTINCT organisation_id FROM public.activities
    WHERE organisation_id IS NOT NULL AND until = extract(year FROM now() AT TIME ZONE 'Europe/Paris') - 1));
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search.renew FROM public;
--> statement-breakpoint
CREATE TRIGGER organisations_lines_added AFTER INSERT ON organisations REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION search.refresh_organisations();
--> statement-breakpoint
CREATE TRIGGER organisations_lines_changed AFTER UPDATE ON organisations FOR EACH ROW
WHEN ((OLD.name, OLD.search_text, OLD.kind, OLD.country, OLD.parent_uscc, OLD.place, OLD.sites, OLD.sectors, OLD.visibility, OLD.hidden_at,
  OLD.sort_latin, OLD.sort_pinyin, OLD.created_at) IS DISTINCT FROM (NEW.name, NEW.search_text, NEW.kind, NEW.country, NEW.parent_uscc, NEW.place,
  NEW.sites, NEW.sectors, NEW.visibility, NEW.hidden_at, NEW.sort_latin, NEW.sort_pinyin, NEW.created_at))
EXECUTE FUNCTION search.refresh_organisations();
--> statement-breakpoint
CREATE TRIGGER organisations_lines_removed AFTER DELETE ON organisations FOR EACH ROW EXECUTE FUNCTION search.refresh_organisations();
--> statement-breakpoint
CREATE TRIGGER activities_sides_added AFTER INSERT ON activities REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION search.refresh_organisations_of_activities();
--> statement-breakpoint
CREATE TRIGGER activities_sides_changed AFTER UPDATE ON activities FOR EACH ROW
WHEN ((OLD.organisation_id, OLD.member_id, OLD.direction, OLD.stage, OLD.until, OLD.cities, OLD.visibility, OLD.hidden_at) IS DISTINCT FROM
  (NEW.organisation_id, NEW.member_id, NEW.direction, NEW.stage, NEW.until, NEW.cities, NEW.visibility, NEW.hidden_at))
EXECUTE FUNCTION search.refresh_organisations_of_activities();
--> statement-breakpoint
CREATE TRIGGER activities_sides_removed AFTER DELETE ON activities FOR EACH ROW EXECUTE FUNCTION search.refresh_organisations_of_activities();
--> statement-breakpoint
CREATE TRIGGER accounts_sides_changed AFTER UPDATE ON accounts FOR EACH ROW
WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION search.refresh_organisations_of_member();
--> statement-breakpoint
CREATE TRIGGER members_sides_changed AFTER UPDATE ON members FOR EACH ROW
WHEN (OLD.visibility -> 'organisation' IS DISTINCT FROM NEW.visibility -> 'organisation') EXECUTE FUNCTION search.refresh_organisations_of_member();
--> statement-breakpoint
INSERT INTO search_lines SELECT * FROM search.organisation_lines;
