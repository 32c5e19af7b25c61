import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { databaseUrl } from "@/db/client";
import { referenceItems } from "@/db/reference/lists";
import memberFile from "@/db/seed/demo/members.json";
import projectFile from "@/db/seed/demo/projects.json";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { searchLine } from "@/lib/search/search-words";
import { findCandidates, findMatchedProject } from "./candidates/queries";
import type { Reader } from "./facts/queries";
import { findMatches } from "./queries";

/** As the owner, who may count what the planner needs; and past the deadline of the portal's own transactions. */
const sql = postgres(process.env.DATABASE_OWNER_URL ?? databaseUrl(), {
  max: 1,
  prepare: false,
  onnotice: () => {},
});

afterAll(() => sql.end());

const SIZE = { members: 10_000, organisations: 4_000, projects: 2_000 };
const TRIES = 40;

/** The demo club's own words, so that as much is compared as in life. */
const memberTexts = memberFile.items.map(({ offers, needs }) => ({ offers, needs }));
const projectTexts = projectFile.items.map(
  ({ title, teaser, sought, offered, advantages, partnerTask }) => ({
    texts: { title, teaser, sought, offered, advantages, partnerTask: partnerTask ?? {} },
    line: searchLine([title, teaser, sought, offered].flatMap((text) => Object.values(text ?? {}))),
  }),
);

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

async function fill(): Promise<void> {
  const [sectors, cities] = [slugsOf("sectors"), slugsOf("cities")];
  await sql.unsafe(FUNCTIONS);
  await sql`insert into accounts (email, status)
    select 'scale-' || n || '@example.org', 'active' from generate_series(1, ${SIZE.members}::int) n`;
  await sql`insert into members (account_id, slug, family_name, given_name, sectors, cities, languages, offers, needs)
    select a.id, 'scale-' || n, 'Montclair', 'Camille', pg_temp.some(${sectors}::text[], n, 2), pg_temp.some(${cities}::text[], n + 7, 3),
      '{fr,en}', texts -> 'offers', texts -> 'needs'
    from (select id, split_part(split_part(email, '-', 2), '@', 1)::int n from accounts where email like 'scale-%') a,
      lateral (select ${JSON.stringify(memberTexts)}::text::jsonb -> (n % ${memberTexts.length}::int) as texts) t`;
  await sql`insert into consents (account_id, purpose, text_version, locale)
    select id, 'members-directory', 1, 'fr' from accounts where email like 'scale-%'`;
  await sql`insert into organisations (slug, name, kind, place)
    select 'scale-' || n, '{"fr": "Atelier"}', (array['sme','start-up','large-company','chinese-company'])[1 + n % 4], 'lyon-7'
    from generate_series(1, ${SIZE.organisations}::int) n`;
  await sql`insert into affiliations (member_id, organisation_id)
    select m.id, o.id from members m
    join organisations o on o.slug = 'scale-' || (1 + split_part(m.slug, '-', 2)::int % ${SIZE.organisations}::int)
    where m.slug like 'scale-%'`;
  await sql`insert into activities (slug, member_id, kind, direction, stage, since, title, original_locale, sectors, cities)
    select 'scale-' || n || '-' || turn, m.id, 'sourcing', 'lyon-to-china', 'operating', 2012, '{"fr": "Achats"}', 'fr',
      pg_temp.some(${sectors}::text[], n + turn, 1), pg_temp.some(${cities}::text[], n + turn, 2)
    from (select id, split_part(slug, '-', 2)::int n from members where slug like 'scale-%') m,
      generate_series(1, 2) turn`;
  await fillProjects(sectors, cities);
  await sql.unsafe(
    "analyze accounts, members, consents, organisations, affiliations, activities, projects",
  );
}

async function fillProjects(sectors: string, cities: string) {
  await sql`insert into projects (slug, owner_id, moderation, progress, original_locale, profile_type, kind, title, teaser,
      sought, offered, advantages, partner_task, search_members, sectors, cities, languages, owner_level, published_at, submitted_at)
    select 'scale-' || n, m.id, 'published', 'seeking-partners', 'fr', 'business-request', 'group-purchasing',
      coalesce(t -> 'title', '{}'), coalesce(t -> 'teaser', '{}'), coalesce(t -> 'sought', '{}'),
      coalesce(t -> 'offered', '{}'), coalesce(t -> 'advantages', '{}'), coalesce(t -> 'partnerTask', '{}'),
      given.words ->> 'line', pg_temp.some(${sectors}::text[], n + 3, 2), pg_temp.some(${cities}::text[], n + 5, 2), '{fr,en}', 'members',
      now() - make_interval(hours => n), now()
    from generate_series(1, ${SIZE.projects}::int) n
    join members m on m.slug = 'scale-' || (n * 5),
      lateral (select ${JSON.stringify(projectTexts)}::text::jsonb -> (n % ${projectTexts.length}::int) as words) given,
      lateral (select given.words -> 'texts' as t) texts`;
}

async function viewerOf(n: number): Promise<Viewer> {
  const [row] = await sql`select m.id, m.account_id from members m where m.slug = ${`scale-${n}`}`;
  return {
    accountId: row?.account_id,
    memberId: row?.id,
    memberSlug: `scale-${n}`,
    role: "member",
    status: "active",
    locale: "fr",
    theme: "system",
    sessionId: "session",
    name: "Camille Montclair",
  };
}

/** Milliseconds each try took: the half-way one, and the one that 95 in 100 do not pass. */
async function measure(name: string, run: (turn: number) => Promise<unknown[]>): Promise<number> {
  const times: number[] = [];
  let found = 0;
  for (let turn = 0; turn < TRIES; turn++) {
    const start = performance.now();
    found += (await run(turn)).length;
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor((TRIES - 1) * share)] ?? 0;
  const middle = (found / TRIES).toFixed(1);
  console.info(
    `${name}: p50 ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms, ${middle} suggestions`,
  );
  return at(0.95);
}

/** The tables and indexes that a query which was run is answered from. */
async function planOf(sent: Sent[], part: string): Promise<string> {
  const { query, values } = sent.find((one) => one.query.includes(part)) ?? {
    query: "",
    values: [],
  };
  const rows = await sql.unsafe(`explain (analyze) ${query}`, values as string[]);
  const lines = rows.map((row) => String(row["QUERY PLAN"]).replace(/^[ >-]+/, ""));
  const scans = lines
    .filter((line) => / Scan /.test(line))
    .map((line) => line.replace(/ {2}.*/, ""));
  return [...new Set(scans), lines.at(-1)].join("\n  ");
}

type Sent = { query: string; values: unknown[] };

test(`suggestions among ${SIZE.members} members and ${SIZE.projects} projects`, async () => {
  const sent: Sent[] = [];
  const db: Reader = drizzle(sql, {
    casing: "snake_case",
    logger: { logQuery: (query, values) => void sent.push({ query, values }) },
  });
  const forMember = async (turn: number) =>
    findMatches(db, await viewerOf(1 + turn * 37), "fr", 24);
  const forProject = async (turn: number) => {
    const viewer = await viewerOf(5 * (1 + turn * 11));
    const project = await findMatchedProject(db, viewer, `scale-${1 + turn * 11}`);
    return project ? findCandidates(db, viewer, project, "fr", 24) : [];
  };
  await sql`begin`;
  try {
    await fill();
    expect(await measure("projects for a member", forMember)).toBeLessThan(3_000);
    expect(await measure("members for a project", forProject)).toBeLessThan(3_000);
    console.info(`projects for a member\n  ${await planOf(sent, "like any")}`);
    console.info(`members for a project\n  ${await planOf(sent, "union select")}`);
  } finally {
    await sql`rollback`;
  }
}, 60_000);
