import type { Sql } from "postgres";
import { makePool, REPEATED } from "./pool";

/** How many of each a club of so many members has: a third as many organisations, activities twice as many. */
export const sizesOf = (members: number) => ({
  members,
  organisations: Math.round(members / 3),
  activities: members * 2,
  projects: Math.round(members / 5),
  experiences: Math.round(members / 10),
  interests: members,
});

/** Members who sign in for the bench: those of the lowest numbers. */
export const sessionsOf = (members: number) => Math.min(2000, members);

/** What a session's cookie holds, by its number. */
export const sessionToken = (n: number) => `bench-session-${String(n).padStart(29, "0")}`;

/** What tells the repetitions of one name apart: a word of two letters and more, none for the first. */
const AGAIN = `
  create function pg_temp.again(n int, pool int) returns text language sql immutable as $$
    select case when n / pool = 0 then '' else
      chr(97 + (n / pool) % 26) || chr(97 + (n / pool / 26) % 26) || chr(97 + (n / pool / 676) % 26) end $$;
  create function pg_temp.day(n int) returns timestamptz language sql stable as $$
    select now() - make_interval(days => abs(hashint4(n)) % 3650, mins => abs(hashint4(n + 7)) % 1440) $$;
  create function pg_temp.chance(n int) returns float8 language sql immutable as $$
    select (abs(hashint4(n)) % 10000) / 10000.0 $$`;

const TEXT_ARRAY = (value: string) => `array(select jsonb_array_elements_text(${value}))`;

/** A name of the pool as this repetition of its member has it. */
const NAME = (field: string) => `replace(row ->> '${field}', '${REPEATED}', again)`;

/** A part of the pool as a table: `n` counts from 0, `row` is the row of the pool. */
async function keepPool(sql: Sql, name: string, rows: readonly unknown[]): Promise<void> {
  await sql.unsafe(`create temp table pool_${name} (n int primary key, row jsonb not null)`);
  for (let from = 0; from < rows.length; from += 200) {
    const some = JSON.stringify(rows.slice(from, from + 200));
    await sql.unsafe(
      `insert into pool_${name} select ${from} + at::int - 1, one from jsonb_array_elements($1::text::jsonb) with ordinality as all_rows(one, at)`,
      [some],
    );
  }
}

/**
 * Fills an empty database with a club of so many members, over ten years, called `bench-1` and so on: nine in ten stand in
 * the directory, one in fifty is not active. As the owner of the tables; takes minutes at 100,000.
 */
export async function fillClub(sql: Sql, members: number): Promise<void> {
  const size = sizesOf(members);
  await sql.unsafe(AGAIN);
  for (const [name, rows] of Object.entries(makePool())) await keepPool(sql, name, rows);
  const pool = async (name: string) =>
    Number((await sql.unsafe(`select count(*) as many from pool_${name}`))[0]?.many);
  const counts = {
    members: await pool("members"),
    organisations: await pool("organisations"),
    activities: await pool("activities"),
    projects: await pool("projects"),
  };
  const run = (text: string) => sql.unsafe(text);
  await run(`insert into accounts (email, status, locale, created_at, last_seen_at)
    select 'bench-' || n || '@example.org', case when n % 50 = 49 and n > ${sessionsOf(members)} then 'suspended' else 'active' end,
      (array['fr','fr','en','zh'])[1 + n % 4], pg_temp.day(n), now() - interval '20 days'
    from generate_series(1, ${size.members}) n`);
  await run(`create temp table who as
    select id, split_part(split_part(email, '-', 2), '@', 1)::int as n from accounts where email like 'bench-%'`);
  await run(`insert into members (account_id, slug, family_name, given_name, name_order, name_zh, job_title, bio, offers, needs,
      languages, sectors, cities, original_locale, visibility, joined_on, search_names, search_members, search_team,
      sort_latin, sort_pinyin, created_at, updated_at)
    select who.id, 'bench-' || who.n, ${NAME("familyName")}, row ->> 'givenName', 'given-first', row ->> 'nameZh',
      row -> 'jobTitle', row -> 'bio', row -> 'offers', row -> 'needs', ${TEXT_ARRAY("row -> 'languages'")},
      ${TEXT_ARRAY("row -> 'sectors'")}, ${TEXT_ARRAY("row -> 'cities'")}, 'fr', row -> 'visibility', pg_temp.day(who.n)::date,
      ${NAME("searchNames")}, row ->> 'searchMembers', row ->> 'searchTeam', ${NAME("sortLatin")}, ${NAME("sortPinyin")},
      pg_temp.day(who.n), pg_temp.day(who.n)
    from who join pool_members p on p.n = who.n % ${counts.members},
      lateral (select pg_temp.again(who.n, ${counts.members}) as again) a`);
  await run(`insert into consents (account_id, purpose, text_version, locale)
    select id, 'members-directory', 1, 'fr' from who where n % 10 <> 9`);
  await run(`insert into organisations (slug, name, description, kind, size, sectors, country, place, sites, visibility,
      name_keys, search_text, sort_latin, sort_pinyin, created_at, updated_at)
    select 'bench-' || g, jsonb_set(row -> 'name', '{fr}', to_jsonb((row -> 'name' ->> 'fr') || again)), row -> 'description',
      row ->> 'kind', row ->> 'size', ${TEXT_ARRAY("row -> 'sectors'")}, row ->> 'country', row ->> 'place',
      ${TEXT_ARRAY("row -> 'sites'")}, row ->> 'visibility',
      array(select key || again from jsonb_array_elements_text(row -> 'nameKeys') key),
      (row ->> 'searchText') || again || ' ', (row ->> 'sortLatin') || again, row ->> 'sortPinyin', pg_temp.day(g), pg_temp.day(g)
    from generate_series(1, ${size.organisations}) g join pool_organisations p on p.n = g % ${counts.organisations},
      lateral (select pg_temp.again(g, ${counts.organisations}) as again) a`);
  await run(`insert into affiliations (member_id, organisation_id, is_main, role)
    select m.id, o.id, true, case when who.n % 3 = 1 then 'manager' else 'person' end
    from who join members m on m.account_id = who.id
    join organisations o on o.slug = 'bench-' || (1 + who.n / 3 % ${size.organisations})`);
  await run(`insert into activities (slug, member_id, organisation_id, kind, direction, stage, sectors, cities, since, until, partner,
      title, summary, original_locale, visibility, confirmed_on, search_text, search_members, created_at, updated_at)
    select 'bench-' || g, m.id, a.organisation_id, row ->> 'kind', row ->> 'direction', row ->> 'stage',
      ${TEXT_ARRAY("row -> 'sectors'")}, ${TEXT_ARRAY("row -> 'cities'")}, 2015 + g % 10, null, row ->> 'partner',
      row -> 'title', row -> 'summary', 'fr', row ->> 'visibility', current_date - abs(hashint4(g)) % 500,
      row ->> 'searchText', row ->> 'searchMembers', pg_temp.day(g), pg_temp.day(g)
    from generate_series(1, ${size.activities}) g join pool_activities p on p.n = g % ${counts.activities}
    join members m on m.slug = 'bench-' || (1 + g % ${size.members}) join affiliations a on a.member_id = m.id`);
  await fillEntries(run, size, counts.projects);
  await fillExchanges(run, size, members);
  await run("analyze");
}

type Run = (text: string) => PromiseLike<unknown>;
type Sizes = ReturnType<typeof sizesOf>;

async function fillEntries(run: Run, size: Sizes, pool: number): Promise<void> {
  const shared = `title, teaser, text_level, owner_level, sectors, cities, shown_sectors, shown_places, search_public,
    search_members, created_at, updated_at, submitted_at, published_at`;
  const values = `row -> 'title', row -> 'teaser', row ->> 'textLevel', row ->> 'ownerLevel', ${TEXT_ARRAY("row -> 'sectors'")},
    ${TEXT_ARRAY("row -> 'cities'")}, ${TEXT_ARRAY("row -> 'shownSectors'")}, ${TEXT_ARRAY("row -> 'shownPlaces'")},
    row ->> 'searchPublic', row ->> 'searchMembers', pg_temp.day(g), pg_temp.day(g), pg_temp.day(g), pg_temp.day(g)`;
  for (const kind of ["project", "experience"] as const) {
    const count = kind === "project" ? size.projects : size.experiences;
    await run(`insert into entries (kind, slug, owner_id, moderation, original_locale, ${shared})
      select '${kind}', 'bench-' || g, m.id, 'published', 'fr', ${values}
      from generate_series(1, ${count}) g join pool_projects p on p.n = g % ${pool}
      join members m on m.slug = 'bench-' || (1 + g * 7 % ${size.members})`);
  }
  await run(`insert into projects (id, progress, profile_type, kind, partnership_types, languages, summary, sought, offered,
      advantages, partner_task, partner_kinds, partner_role, deadline)
    select e.id, row ->> 'progress', row ->> 'profileType', row ->> 'kind', ${TEXT_ARRAY("row -> 'partnershipTypes'")}, '{fr,en}',
      row -> 'summary', row -> 'sought', row -> 'offered', row -> 'advantages', row -> 'partnerTask',
      ${TEXT_ARRAY("row -> 'partnerKinds'")}, row ->> 'partnerRole', current_date + 30 + e.n % 300
    from (select id, split_part(slug, '-', 2)::int as n from entries where kind = 'project') e
    join pool_projects p on p.n = e.n % ${pool}`);
  await run(`insert into experiences (id, topics, from_year, to_year, is_teased, story, advice)
    select e.id, array['market-entry'], 2016, 2020, true, row -> 'offered', row -> 'advantages'
    from (select id, split_part(slug, '-', 2)::int as n from entries where kind = 'experience') e
    join pool_projects p on p.n = e.n % ${pool}`);
}

async function fillExchanges(run: Run, size: Sizes, members: number): Promise<void> {
  await run(`insert into interests (project_id, member_id, received_by, state, locale, cooperation, unclear, about, is_named,
      state_at, created_at, updated_at)
    select e.id, m.id, e.owner_id, (array['sent','under-review','accepted','declined','in-talks','agreement','withdrawn'])[1 + g % 7],
      'fr', 'Une production commune.', 'Les délais.', 'Un atelier de Lyon.', g % 2 = 0, pg_temp.day(g), pg_temp.day(g), pg_temp.day(g)
    from generate_series(1, ${size.interests}) g
    join entries e on e.kind = 'project' and e.slug = 'bench-' || (1 + g % ${size.projects})
    join members m on m.slug = 'bench-' || (1 + (g * 13 + 5) % ${size.members})
    where m.id <> e.owner_id on conflict do nothing`);
  await run(`insert into sessions (account_id, token_hash, expires_at, second_factor_at)
    select id, encode(sha256(convert_to('bench-session-' || lpad(n::text, 29, '0'), 'UTF8')), 'hex'), now() + interval '1 day', now()
    from who where n <= ${sessionsOf(members)}`);
}
