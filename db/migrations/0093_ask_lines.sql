-- What members ask the club is found by those who read as members do, by the words of its title; the newest first.
SELECT search.open_kind('ask', '{members}');
--> statement-breakpoint
CREATE VIEW search.ask_lines AS
SELECT 'ask'::text AS kind, 'members'::text AS audience, e.id AS subject_id, e.search_members AS line, ''::text AS written, ''::text AS readings,
  '{}'::text[] AS facets, ''::text AS sort_latin, ''::text AS sort_pinyin,
  coalesce(to_char(e.published_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'), '') AS sort_newest, NULL::date AS last_day
FROM entries e
JOIN asks q ON q.id = e.id
JOIN members m ON m.id = e.owner_id
JOIN accounts a ON a.id = m.account_id AND a.status IN ('active', 'lapsed')
WHERE e.kind = 'ask' AND e.moderation = 'published' AND e.hidden_at IS NULL;
--> statement-breakpoint
SELECT search.define_refresh('ask', 'public.entries');
--> statement-breakpoint
-- As those of projects are.
CREATE FUNCTION search.refresh_asks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  owners uuid[];
BEGIN
  IF TG_TABLE_NAME = 'accounts' THEN
    owners := array(SELECT id FROM public.members WHERE account_id = NEW.id ORDER BY id FOR NO KEY UPDATE);
    PERFORM search.refresh_ask_lines(array(SELECT id FROM public.entries WHERE owner_id = ANY (owners) AND kind = 'ask'));
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    PERFORM FROM public.members m WHERE id IN (SELECT e.owner_id FROM added JOIN public.entries e ON e.id = added.id) ORDER BY id FOR SHARE;
    PERFORM search.refresh_ask_lines(array(SELECT id FROM added));
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    PERFORM FROM public.members WHERE id = NEW.owner_id AND id <> OLD.owner_id FOR SHARE;
  END IF;
  PERFORM search.refresh_ask_lines(ARRAY[OLD.id]);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER asks_lines_added AFTER INSERT ON asks REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION search.refresh_asks();
--> statement-breakpoint
CREATE TRIGGER asks_lines_removed AFTER DELETE ON asks FOR EACH ROW EXECUTE FUNCTION search.refresh_asks();
--> statement-breakpoint
CREATE TRIGGER entries_ask_lines_changed AFTER UPDATE ON entries FOR EACH ROW
WHEN (NEW.kind = 'ask' AND (OLD.owner_id, OLD.moderation, OLD.search_members, OLD.published_at, OLD.hidden_at) IS DISTINCT FROM
  (NEW.owner_id, NEW.moderation, NEW.search_members, NEW.published_at, NEW.hidden_at)) EXECUTE FUNCTION search.refresh_asks();
--> statement-breakpoint
CREATE TRIGGER accounts_ask_lines_changed AFTER UPDATE ON accounts FOR EACH ROW
WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION search.refresh_asks();
--> statement-breakpoint
INSERT INTO search_lines SELECT * FROM search.ask_lines;
