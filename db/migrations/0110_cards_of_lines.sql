-- A line has a card: what a list shows of it to all of its audience. A page of members is read by its lines and their cards; what each
-- card says was asked anew of four tables and seven levels. Written in the transaction of whatever changes it, as lines are.
CREATE TABLE "search_cards" (
	"subject_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"card" jsonb NOT NULL,
	CONSTRAINT "search_cards_subject_id_audience_pk" PRIMARY KEY("subject_id","audience")
);
--> statement-breakpoint
-- As before, with what all of an audience see on a card, where it says anything. `contacts`: to a contact more is open. `within`: the main organisation, where
-- the member shows it and it does not show itself to the audience; its people see its name. Whether they agreed is asked of each by
-- their key: joined, all members or consents of a club that nobody has counted yet would be gone through for each.
CREATE OR REPLACE VIEW search.member_lines AS
SELECT 'member'::text AS kind, audience, m.id AS subject_id, line, written,
  substr(m.search_names, length(written) + 1) AS readings, facets,
  left(m.sort_latin, 200) AS sort_latin, left(m.sort_pinyin, 200) AS sort_pinyin,
  coalesce(m.joined_on, (m.created_at AT TIME ZONE 'UTC')::date) || ' ' || to_char(m.created_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') AS sort_newest,
  NULL::date AS last_day,
  jsonb_strip_nulls(jsonb_build_object('slug', m.slug, 'familyName', m.family_name, 'givenName', m.given_name, 'nameOrder', nullif(m.name_order, 'given-first'),
    'originalLocale', m.original_locale,
    'nameZh', CASE WHEN coalesce(m.visibility ->> 'nameZh', 'members') = ANY (levels) THEN m.name_zh END,
    'portrait', CASE WHEN coalesce(m.visibility ->> 'portrait', 'members') = ANY (levels) THEN m.portrait_id END,
    'jobTitle', CASE WHEN coalesce(m.visibility ->> 'jobTitle', 'members') = ANY (levels) THEN nullif(m.job_title, '{}') END,
    'languages', CASE WHEN coalesce(m.visibility ->> 'languages', 'members') = ANY (levels) THEN nullif(m.languages, '{}') END,
    'sectors', CASE WHEN coalesce(m.visibility ->> 'sectors', 'members') = ANY (levels) THEN nullif(m.sectors, '{}') END,
    'cities', CASE WHEN coalesce(m.visibility ->> 'cities', 'members') = ANY (levels) THEN nullif(m.cities, '{}') END,
    'organisation', CASE WHEN main.is_tied AND main.is_open THEN main.name END,
    'within', CASE WHEN main.is_tied AND NOT main.is_open THEN main.id END,
    'contacts', CASE WHEN (m.visibility - '{bio,offers,needs,email,phone,wechat}'::text[]) @? '$.* ? (@ == "contacts")' THEN true END)) AS card
FROM members m
CROSS JOIN LATERAL (SELECT FROM accounts a WHERE a.id = m.account_id AND a.status IN ('active', 'lapsed') AND EXISTS (
  SELECT FROM consents c WHERE c.account_id = a.id AND c.purpose = 'members-directory' AND c.withdrawn_at IS NULL OFFSET 0) OFFSET 0) agreed
CROSS JOIN (VALUES ('members', '{public,members}'::text[]), ('team', '{public,members,team}')) reader (audience, levels)
CROSS JOIN LATERAL (SELECT
  m.search_names || CASE audience WHEN 'team' THEN m.search_team ELSE m.search_members END AS line,
  coalesce(substring(m.search_names FROM '^.*[' || search.han() || '] '), m.search_names) AS written,
  array(
    SELECT 'sectors:' || slug FROM unnest(m.sectors) slug WHERE coalesce(m.visibility ->> 'sectors', 'members') = ANY (levels)
    UNION ALL
    SELECT 'cities:' || slug FROM unnest(m.cities) slug WHERE coalesce(m.visibility ->> 'cities', 'members') = ANY (levels)
  ) AS facets) made
LEFT JOIN LATERAL (SELECT o.id, o.name, coalesce(m.visibility ->> 'organisation', 'members') = ANY (levels) AS is_tied,
    o.visibility = ANY (levels) AND (o.hidden_at IS NULL OR 'team' = ANY (levels)) AS is_open
  FROM affiliations tie JOIN organisations o ON o.id = tie.organisation_id WHERE tie.member_id = m.id AND tie.is_main) main ON true
WHERE m.hidden_at IS NULL;
--> statement-breakpoint
-- As before, and where the view of a kind has a card, what is kept of it: it changes without its line, and a line without its card.
CREATE OR REPLACE FUNCTION search.define_refresh(of_kind text, source regclass) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $define$
DECLARE
  held text := coalesce('PERFORM FROM (SELECT DISTINCT unnest(ids) AS id ORDER BY id) one CROSS JOIN LATERAL (
    SELECT FROM ' || source || ' WHERE id = one.id FOR NO KEY UPDATE OFFSET 0) held;', '');
  readers text[] := array(SELECT substr(relname, length(of_kind || '_for_') + 1) FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
    WHERE inhparent = format('search.%I', of_kind)::regclass);
  cards text := CASE WHEN EXISTS (SELECT FROM pg_attribute
    WHERE attrelid = format('search.%I', of_kind || '_lines')::regclass AND attname = 'card') THEN ', gone_cards AS (
    DELETE FROM public.search_cards old WHERE subject_id = ANY (ids)
      AND NOT EXISTS (SELECT FROM due WHERE due.audience = old.audience AND due.subject_id = old.subject_id)
  ), cards AS (
    INSERT INTO public.search_cards AS old SELECT subject_id, audience, card FROM due
    ON CONFLICT (subject_id, audience) DO UPDATE SET card = excluded.card WHERE old.card <> excluded.card
  )' ELSE '' END;
BEGIN
  EXECUTE format($function$
CREATE OR REPLACE FUNCTION search.%1$I(ids uuid[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
  IF cardinality(ids) = 0 THEN RETURN; END IF;
  %2$s
  WITH due AS MATERIALIZED (
    SELECT line.* FROM (SELECT DISTINCT unnest(ids) AS id) one CROSS JOIN LATERAL (
      SELECT * FROM search.%3$I WHERE subject_id = one.id OFFSET 0) line
  ), gone AS (
    DELETE FROM public.search_lines old WHERE kind = %4$L AND audience = ANY (%5$L) AND subject_id = ANY (ids)
      AND NOT EXISTS (SELECT FROM due WHERE due.audience = old.audience AND due.subject_id = old.subject_id)
  )%6$s
  INSERT INTO public.search_lines AS old
  SELECT kind, audience, subject_id, line, written, readings, facets, sort_latin, sort_pinyin, sort_newest, last_day FROM due
  ON CONFLICT (kind, audience, subject_id) DO UPDATE SET
    (line, written, readings, facets, sort_latin, sort_pinyin, sort_newest, last_day) = (excluded.line, excluded.written, excluded.readings,
    excluded.facets, excluded.sort_latin, excluded.sort_pinyin, excluded.sort_newest, excluded.last_day)
  WHERE old IS DISTINCT FROM excluded;
END $$ $function$, 'refresh_' || of_kind || '_lines', held, of_kind || '_lines', of_kind, readers, cards);
  EXECUTE format('REVOKE ALL ON FUNCTION search.%I FROM public', 'refresh_' || of_kind || '_lines');
END $define$;
--> statement-breakpoint
SELECT search.define_refresh('member', 'public.members');
--> statement-breakpoint
CREATE OR REPLACE TRIGGER members_lines_changed AFTER UPDATE ON members FOR EACH ROW
WHEN ((OLD.account_id, OLD.search_names, OLD.search_members, OLD.search_team, OLD.sort_latin, OLD.sort_pinyin, OLD.sectors, OLD.cities,
  OLD.visibility, OLD.joined_on, OLD.created_at, OLD.hidden_at, OLD.slug, OLD.family_name, OLD.given_name, OLD.name_order,
  OLD.original_locale, OLD.name_zh, OLD.portrait_id, OLD.job_title, OLD.languages) IS DISTINCT FROM
  (NEW.account_id, NEW.search_names, NEW.search_members, NEW.search_team, NEW.sort_latin, NEW.sort_pinyin, NEW.sectors, NEW.cities,
  NEW.visibility, NEW.joined_on, NEW.created_at, NEW.hidden_at, NEW.slug, NEW.family_name, NEW.given_name, NEW.name_order,
  NEW.original_locale, NEW.name_zh, NEW.portrait_id, NEW.job_title, NEW.languages)) EXECUTE FUNCTION search.refresh_members();
--> statement-breakpoint
-- An organisation is held before those who belong to it, as everywhere: who changes it, and who joins it meanwhile, read what the other left.
CREATE FUNCTION search.refresh_members_of_organisation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM search.refresh_member_lines(array(SELECT member_id FROM public.affiliations WHERE organisation_id = NEW.id AND is_main));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER organisations_member_lines_changed AFTER UPDATE ON organisations FOR EACH ROW
WHEN ((OLD.name, OLD.visibility, OLD.hidden_at) IS DISTINCT FROM (NEW.name, NEW.visibility, NEW.hidden_at))
EXECUTE FUNCTION search.refresh_members_of_organisation();
--> statement-breakpoint
CREATE FUNCTION search.refresh_members_who_belong() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_LEVEL = 'STATEMENT' THEN
    PERFORM FROM public.organisations WHERE id IN (SELECT organisation_id FROM added WHERE is_main) ORDER BY id FOR SHARE;
    PERFORM search.refresh_member_lines(array(SELECT member_id FROM added WHERE is_main));
  ELSE
    IF TG_OP = 'UPDATE' AND NEW.is_main THEN
      PERFORM FROM public.organisations WHERE id = NEW.organisation_id FOR SHARE;
    END IF;
    PERFORM search.refresh_member_lines(array_remove(ARRAY[OLD.member_id, NEW.member_id], NULL));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER affiliations_member_lines_added AFTER INSERT ON affiliations REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION search.refresh_members_who_belong();
--> statement-breakpoint
CREATE TRIGGER affiliations_member_lines_changed AFTER UPDATE ON affiliations FOR EACH ROW
WHEN ((OLD.is_main OR NEW.is_main) AND (OLD.member_id, OLD.organisation_id, OLD.is_main) IS DISTINCT FROM
  (NEW.member_id, NEW.organisation_id, NEW.is_main)) EXECUTE FUNCTION search.refresh_members_who_belong();
--> statement-breakpoint
CREATE TRIGGER affiliations_member_lines_removed AFTER DELETE ON affiliations FOR EACH ROW
WHEN (OLD.is_main) EXECUTE FUNCTION search.refresh_members_who_belong();
--> statement-breakpoint
INSERT INTO search_cards SELECT subject_id, audience, card FROM search.member_lines;
