-- As before; the words of an organisation's names are split once, not once for each word of its line: that took most of the time in which
-- its lines are refreshed.
CREATE OR REPLACE VIEW search.every_organisation AS
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
CROSS JOIN LATERAL (SELECT regexp_split_to_array(regexp_replace(normalize(lower(concat_ws(' ', o.name ->> 'fr', o.name ->> 'en', o.name ->> 'zh')),
  NFKD), '[\u0300-\u036f]', '', 'g'), '[^[:alnum:]]+') AS words OFFSET 0) names
CROSS JOIN LATERAL (SELECT coalesce(' ' || string_agg(word, ' ') || ' ', '') AS written FROM string_to_table(o.search_text, ' ') word
  WHERE word <> '' AND word = ANY (names.words)) named;
