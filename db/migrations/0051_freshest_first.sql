-- As before, and in the order of names those last confirmed come first: the handbook is read so.
CREATE OR REPLACE VIEW search.experience_lines AS
SELECT 'experience'::text AS kind, audience, e.id AS subject_id,
  CASE audience WHEN 'members' THEN e.search_members ELSE e.search_public END AS line,
  '' AS written, '' AS readings, facets, oldest AS sort_latin, oldest AS sort_pinyin,
  coalesce(to_char(e.published_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'), '') AS sort_newest, NULL::date AS last_day
FROM entries e
JOIN experiences x ON x.id = e.id
JOIN members m ON m.id = e.owner_id
JOIN accounts a ON a.id = m.account_id AND a.status = 'active'
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
WHERE e.kind = 'experience' AND e.moderation = 'published' AND e.hidden_at IS NULL AND (audience = 'members' OR e.teaser <> '{}');
--> statement-breakpoint
DROP TRIGGER experiences_lines_changed ON experiences;
--> statement-breakpoint
CREATE TRIGGER experiences_lines_changed AFTER UPDATE ON experiences FOR EACH ROW
WHEN ((OLD.topics, OLD.outcome, OLD.confirmed_at) IS DISTINCT FROM (NEW.topics, NEW.outcome, NEW.confirmed_at)) EXECUTE FUNCTION search.refresh_experiences();
--> statement-breakpoint
-- A thousand at a time: what it no longer finds it looks for among all it was given.
SELECT search.refresh_experience_lines(array_agg(id))
FROM (SELECT id, row_number() OVER (ORDER BY id) / 1000 AS part FROM entries WHERE kind = 'experience') one GROUP BY part;
