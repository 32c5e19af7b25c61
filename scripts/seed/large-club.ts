import type { Sql } from "postgres";
import { referenceItems } from "@/db/reference/lists";
import activityFile from "@/db/seed/demo/activities.json" with { type: "json" };
import organisationFile from "@/db/seed/demo/organisations.json" with { type: "json" };
import projectFile from "@/db/seed/demo/projects.json" with { type: "json" };
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { buildOrganisationSearch } from "@/lib/organisations/names";
import { searchLine } from "@/lib/search/search-words";
import { fewFirst } from "./few-first";
import { fillExperiences } from "./large-club-experiences";
import { makePool } from "./large-club-people";

type Size = { members: number; organisations: number; projects: number; experiences?: number };

/** The demo club's own words, so that as much is compared as in life. */
const projectTexts = projectFile.items.map(
  ({ title, teaser, sought, offered, advantages, partnerTask }) => ({
    texts: { title, teaser, sought, offered, advantages, partnerTask: partnerTask ?? {} },
    open: searchLine([title, teaser].flatMap((text) => Object.values(text ?? {}))),
    line: searchLine([title, teaser, sought, offered].flatMap((text) => Object.values(text ?? {}))),
  }),
);

const organisationTexts = organisationFile.items.map(({ name, sectors, place, sites }) => ({
  name,
  ...buildOrganisationSearch({ name, sectors, place, sites }),
}));

const activityTexts = activityFile.items.map(({ title, summary }) => ({
  title,
  line: searchLine([title, summary ?? {}].flatMap((text) => Object.values(text))),
}));

/** As Postgres writes an array. */
const slugsOf = (list: "sectors" | "cities") =>
  `{${referenceItems(list)
    .map(({ slug }) => slug)
    .join(",")}}`;

/** `some(sectors, n, 2)`: two slugs that the number n chooses, the first ones much more often, as in life. */
const FUNCTIONS = `
  create function pg_temp.some(slugs text[], n int, many int) returns text[] language sql immutable as $$
    select array(select distinct slugs[1 + floor(cardinality(slugs) *
      power((abs(hashint4(n * 31 + turn)) % 1000) / 1000.0, 2))::int] from generate_series(1, many) turn) $$`;

/**
 * Fills a database with a club of this size, in the transaction that the connection is in: members of the directory,
 * organisations, activities and published projects, called `scale-1` and so on.
 */
export async function fillClub(sql: Sql, size: Size): Promise<void> {
  const [sectors, cities] = [slugsOf("sectors"), slugsOf("cities")];
  await sql.unsafe(FUNCTIONS);
  await sql`insert into accounts (email, status)
    select 'scale-' || n || '@example.org', 'active' from generate_series(1, ${size.members}::int) n`;
  await fillMembers(sql, sectors, cities);
  const [index] = await sql`select pg_get_indexdef('search_lines_words_index'::regclass) as made`;
  await sql`drop index search_lines_words_index`;
  await sql`insert into consents (account_id, purpose, text_version, locale)
    select id, 'members-directory', 1, 'fr' from accounts where email like 'scale-%'`;
  await sql`insert into organisations (slug, name, kind, place, sectors, sites, search_text, sort_latin, sort_pinyin)
    select 'scale-' || n, o -> 'name', (array['sme','start-up','large-company','chinese-company'])[1 + n % 4], 'lyon-7', s, c, o ->> 'searchText', o ->> 'sortLatin', o ->> 'sortPinyin'
    from generate_series(1, ${size.organisations}::int) n,
      lateral (select ${JSON.stringify(organisationTexts)}::text::jsonb -> (n % ${organisationTexts.length}::int) as o) given,
      lateral (select pg_temp.some(${sectors}::text[], n + 11, 2) as s, pg_temp.some(${cities}::text[], n + 13, 2) as c) chosen`;
  await sql`insert into affiliations (member_id, organisation_id)
    select m.id, o.id from members m
    join organisations o on o.slug = 'scale-' || (1 + split_part(m.slug, '-', 2)::int % ${size.organisations}::int)
    where m.slug like 'scale-%'`;
  const people = "accounts, members, consents, organisations, affiliations";
  // Lines too: those of organisations are made anew with their activities, planned for as many as there are.
  await sql.unsafe(`analyze ${people}, search_lines`);
  await fewFirst(sql, size.members, "activities", (from, to) =>
    addActivities(sql, sectors, cities, { from, to }),
  );
  await fillProjects(sql, size, sectors, cities);
  if (size.experiences) await fillExperiences(sql, size.experiences);
  await sql.unsafe(`analyze ${people}, activities, entries, projects, experiences`);
  // The lines of activities are there now; an index of all words is made faster at once than line by line.
  await sql`set constraints all immediate`;
  await sql.unsafe(index?.made.replace(" ON ONLY ", " ON "));
}

/** One of its members (`scale-1` and so on), as somebody who reads. */
export async function readMember(sql: Sql, n: number): Promise<Viewer> {
  const slug = `scale-${n}`;
  const [row] = await sql`select id, account_id from members where slug = ${slug}`;
  return {
    accountId: row?.account_id,
    memberId: row?.id,
    memberSlug: slug,
    role: "member",
    status: "active",
    locale: "fr",
    theme: "system",
    sessionId: "session",
    name: "Camille Montclair",
  };
}

/** Before they agree to stand in the directory, so that their lines are made once. */
async function fillMembers(sql: Sql, sectors: string, cities: string) {
  const { people, texts, words } = makePool();
  await sql`insert into members (account_id, slug, family_name, given_name, name_zh, sectors, cities, languages, job_title, bio,
      offers, needs, joined_on, search_names, search_members, search_team, sort_latin, sort_pinyin)
    select a.id, 'scale-' || n, p ->> 'familyName', p ->> 'givenName', p ->> 'nameZh', s, c, '{fr,en}', t -> 'jobTitle', t -> 'bio',
      t -> 'offers', t -> 'needs', date '2014-01-01' + n % 4000, p ->> 'searchNames', line, line, p ->> 'sortLatin', p ->> 'sortPinyin'
    from (select id, split_part(split_part(email, '-', 2), '@', 1)::int n from accounts where email like 'scale-%') a,
      lateral (select ${JSON.stringify(people)}::text::jsonb -> (n * 7 % ${people.length}::int) as p) p,
      lateral (select ${JSON.stringify(texts)}::text::jsonb -> (n % ${texts.length}::int) as t) t,
      lateral (select pg_temp.some(${sectors}::text[], n, 2) as s, pg_temp.some(${cities}::text[], n + 7, 3) as c) chosen,
      lateral (select coalesce(t ->> 'line', '') || string_agg(${JSON.stringify(words)}::text::jsonb ->> slug, '') as line
        from unnest(s || c) slug) said`;
}

/** Two of each member whose number is one of these, for their organisation. */
async function addActivities(
  sql: Sql,
  sectors: string,
  cities: string,
  { from, to }: { from: number; to: number },
) {
  await sql`insert into activities (slug, member_id, organisation_id, kind, direction, stage, since, title, original_locale, sectors, cities,
      visibility, confirmed_on, search_text, search_members)
    select 'scale-' || n || '-' || turn, m.id, m.organisation_id, 'sourcing', 'lyon-to-china', 'operating', 2012, t -> 'title', 'fr',
      pg_temp.some(${sectors}::text[], n + turn, 1), pg_temp.some(${cities}::text[], n + turn, 2),
      (array['public','members','members','team','self'])[1 + (n + turn) % 5], current_date - n % 500, t ->> 'line', t ->> 'line'
    from (select m.id, f.organisation_id, split_part(m.slug, '-', 2)::int n from members m
        join affiliations f on f.member_id = m.id where m.slug like 'scale-%') m,
      generate_series(1, 2) turn,
      lateral (select ${JSON.stringify(activityTexts)}::text::jsonb -> ((n * 2 + turn) % ${activityTexts.length}::int) as t) given
    where n between ${from}::int and ${to}::int`;
}

async function fillProjects(sql: Sql, size: Size, sectors: string, cities: string) {
  await sql`with texts as (
    select gen_random_uuid() as id, n, m.id as owner_id, t, given.words, s, c
    from generate_series(1, ${size.projects}::int) n
    join members m on m.slug = 'scale-' || (n * 5),
      lateral (select ${JSON.stringify(projectTexts)}::text::jsonb -> (n % ${projectTexts.length}::int) as words) given,
      lateral (select given.words -> 'texts' as t) texts,
      lateral (select pg_temp.some(${sectors}::text[], n + 3, 2) as s, pg_temp.some(${cities}::text[], n + 5, 2) as c) chosen
  ), made as (
    insert into entries (id, kind, slug, owner_id, moderation, original_locale, title, teaser, search_public, search_members,
      sectors, cities, shown_sectors, shown_places, owner_level, published_at, submitted_at)
    select id, 'project', 'scale-' || n, owner_id, 'published', 'fr', coalesce(t -> 'title', '{}'), coalesce(t -> 'teaser', '{}'),
      words ->> 'open', words ->> 'line', s, c, s[1:1], c[1:1], 'members', now() - make_interval(hours => n), now()
    from texts
  )
  insert into projects (id, progress, profile_type, kind, sought, offered, advantages, partner_task, languages)
    select id, 'seeking-partners', 'business-request', 'group-purchasing', coalesce(t -> 'sought', '{}'),
      coalesce(t -> 'offered', '{}'), coalesce(t -> 'advantages', '{}'), coalesce(t -> 'partnerTask', '{}'), '{fr,en}'
    from texts`;
}
