ALTER TABLE "accounts" ADD COLUMN "lapsed_on" date;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "is_open" boolean DEFAULT true NOT NULL;--> statement-breakpoint
-- A membership that has lapsed reads and is read: what is theirs stays, for visitors until `is_open` is taken away. Who may no longer be
-- there (pending, suspended, left) is there for nobody, as before.
--> statement-breakpoint
CREATE OR REPLACE VIEW search.member_lines AS
SELECT 'member'::text AS kind, audience, m.id AS subject_id, line, written,
  substr(m.search_names, length(written) + 1) AS readings, facets,
  left(m.sort_latin, 200) AS sort_latin, left(m.sort_pinyin, 200) AS sort_pinyin,
  coalesce(m.joined_on, (m.created_at AT TIME ZONE 'UTC')::date) || ' ' || to_char(m.created_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') AS sort_newest, NULL::date AS last_day
FROM members m
JOIN accounts a ON a.id = m.account_id AND a.status IN ('active', 'lapsed')
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
      AND act.visibility = ANY (levels) AND coalesce(m.visibility ->> 'organisation', 'members') = ANY (ties) AND a.status IN ('active', 'lapsed')
      AND (a.is_open OR audience <> 'public')
  )) THEN 'lyon-in-china' END AS side) stands
CROSS JOIN LATERAL (SELECT regexp_split_to_array(regexp_replace(normalize(lower(concat_ws(' ', o.name ->> 'fr', o.name ->> 'en', o.name ->> 'zh')),
  NFKD), '[\u0300-\u036f]', '', 'g'), '[^[:alnum:]]+') AS words OFFSET 0) names
CROSS JOIN LATERAL (SELECT coalesce(' ' || string_agg(word, ' ') || ' ', '') AS written FROM string_to_table(o.search_text, ' ') word
  WHERE word <> '' AND word = ANY (names.words)) named;
--> statement-breakpoint
CREATE OR REPLACE VIEW search.project_lines AS
SELECT 'project'::text AS kind, audience, e.id AS subject_id,
  CASE audience WHEN 'members' THEN e.search_members ELSE e.search_public END AS line,
  '' AS written, '' AS readings, facets, '' AS sort_latin, '' AS sort_pinyin,
  coalesce(to_char(e.published_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'), '') AS sort_newest, p.deadline AS last_day
FROM entries e
JOIN projects p ON p.id = e.id
JOIN members m ON m.id = e.owner_id
JOIN accounts a ON a.id = m.account_id AND a.status IN ('active', 'lapsed')
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
WHERE (a.is_open OR audience <> 'public') AND e.kind = 'project' AND e.moderation = 'published' AND e.hidden_at IS NULL
  AND (p.deadline IS NULL OR p.deadline >= search.today());
--> statement-breakpoint
CREATE OR REPLACE VIEW search.experience_lines AS
SELECT 'experience'::text AS kind, audience, e.id AS subject_id,
  CASE audience WHEN 'members' THEN e.search_members ELSE e.search_public END AS line,
  '' AS written, '' AS readings, facets, oldest AS sort_latin, oldest AS sort_pinyin,
  coalesce(to_char(e.published_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'), '') AS sort_newest, NULL::date AS last_day
FROM entries e
JOIN experiences x ON x.id = e.id
JOIN members m ON m.id = e.owner_id
JOIN accounts a ON a.id = m.account_id AND a.status IN ('active', 'lapsed')
CROSS JOIN (VALUES ('public'), ('members')) reader (audience)
CROSS JOIN LATERAL (SELECT audience = 'members' AND e.owner_level = 'members' AND m.hidden_at IS NULL AND EXISTS (
  SELECT FROM consents c WHERE c.account_id = a.id AND c.purpose = 'members-directory' AND c.withdrawn_at IS NULL) AS is_named) owner
CROSS JOIN LATERAL (SELECT array(
    SELECT 'topics:' || one FROM unnest(x.topics) one
    UNION SELECT 'outcomes:' || x.outcome WHERE audience = 'members' AND x.outcome IS NOT NULL
    UNION SELECT list || ':' || one
    FROM (VALUES ('sectors', CASE WHEN audience = 'public' THEN '{}' WHEN is_named THEN e.sectors ELSE e.shown_sectors END),
      ('cities', CASE WHEN is_named THEN e.cities ELSE e.shown_places END)) shown (list, slugs),
      unnest(slugs) slug, unnest(ARRAY[slug, search.wider(list, slug)]) one
    WHERE one <> 'china'
    ORDER BY 1) AS facets) made
CROSS JOIN LATERAL (SELECT coalesce(translate(to_char(coalesce(x.confirmed_at, e.published_at) AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'),
  '0123456789', '9876543210'), '') AS oldest) told
WHERE (a.is_open OR audience <> 'public') AND e.kind = 'experience' AND e.moderation = 'published' AND e.hidden_at IS NULL AND (audience = 'members' OR e.teaser <> '{}');
--> statement-breakpoint
CREATE OR REPLACE VIEW search.every_activity AS
SELECT 'activity'::text AS kind, audience, v.id AS subject_id,
  CASE audience WHEN 'public' THEN v.search_text ELSE v.search_members END
    || CASE WHEN is_organisation_shown THEN o.search_text ELSE '' END || CASE WHEN is_member_shown THEN m.search_names ELSE '' END AS line,
  ''::text AS written, ''::text AS readings,
  array(SELECT DISTINCT facet FROM unnest(ARRAY['kinds:' || v.kind, 'directions:' || v.direction, 'stages:' || v.stage]
    || array(SELECT 'sectors:' || slug FROM unnest(v.sectors) slug) || array(SELECT 'cities:' || slug FROM unnest(v.cities) slug)) facet
    ORDER BY facet) AS facets,
  coalesce(CASE WHEN is_organisation_shown THEN nullif(left(o.sort_latin, 200), '') END, U&'\FFFF') || oldest AS sort_latin,
  coalesce(CASE WHEN is_organisation_shown THEN nullif(left(o.sort_pinyin, 200), '') END, U&'\FFFF') || oldest AS sort_pinyin,
  newest AS sort_newest, NULL::date AS last_day, v.member_id,
  v.visibility = ANY (levels) AND ('team' = ANY (levels) OR (a.status IN ('active', 'lapsed') AND (a.is_open OR audience <> 'public') AND v.hidden_at IS NULL)) AS is_listed
FROM activities v
JOIN members m ON m.id = v.member_id
JOIN accounts a ON a.id = m.account_id
LEFT JOIN organisations o ON o.id = v.organisation_id
CROSS JOIN (VALUES ('public', '{public}'::text[], '{public,members}'::text[]),
  ('members', '{public,members}', '{public,members}'), ('team', '{public,members,team}', '{public,members,team}')
) reader (audience, levels, ties)
CROSS JOIN LATERAL (SELECT
  o.visibility = ANY (levels) AND coalesce(m.visibility ->> 'organisation', 'members') = ANY (ties)
    AND (o.hidden_at IS NULL OR 'team' = ANY (levels)) AS is_organisation_shown,
  audience = 'team' OR (audience = 'members' AND m.hidden_at IS NULL AND EXISTS (
    SELECT FROM consents c WHERE c.account_id = a.id AND c.purpose = 'members-directory' AND c.withdrawn_at IS NULL)) AS is_member_shown) told
CROSS JOIN LATERAL (SELECT to_char(v.confirmed_on, 'YYYYMMDD') || lpad(v.since::text, 4, '0') AS newest) at
CROSS JOIN LATERAL (SELECT ' ' || translate(newest, '0123456789', '9876543210') AS oldest) from_end;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER accounts_lines_changed AFTER UPDATE ON accounts FOR EACH ROW
WHEN ((OLD.status, OLD.is_open) IS DISTINCT FROM (NEW.status, NEW.is_open)) EXECUTE FUNCTION search.refresh_member_of_account();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER accounts_sides_changed AFTER UPDATE ON accounts FOR EACH ROW
WHEN ((OLD.status, OLD.is_open) IS DISTINCT FROM (NEW.status, NEW.is_open)) EXECUTE FUNCTION search.refresh_organisations_of_member();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER accounts_owned_lines_changed AFTER UPDATE ON accounts FOR EACH ROW
WHEN ((OLD.status, OLD.is_open) IS DISTINCT FROM (NEW.status, NEW.is_open)) EXECUTE FUNCTION search.refresh_owned();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER accounts_activity_lines_changed AFTER UPDATE ON accounts FOR EACH ROW
WHEN ((OLD.status, OLD.is_open) IS DISTINCT FROM (NEW.status, NEW.is_open)) EXECUTE FUNCTION search.note_change();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER accounts_status_move BEFORE UPDATE ON accounts FOR EACH ROW
EXECUTE FUNCTION refuse_unlisted_move('status',
  'pending>active', 'pending>left',
  'active>suspended', 'active>lapsed', 'active>left',
  'suspended>active', 'suspended>left',
  'lapsed>active', 'lapsed>suspended', 'lapsed>left');
--> statement-breakpoint
-- Since when is not known; until now they were there for nobody, and open again to visitors they become by nobody's act.
UPDATE accounts SET lapsed_on = CURRENT_DATE - 91, is_open = false WHERE status = 'lapsed';
--> statement-breakpoint
SET CONSTRAINTS ALL IMMEDIATE;
--> statement-breakpoint
SET CONSTRAINTS ALL DEFERRED;
