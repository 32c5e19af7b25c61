import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readActivityFilters } from "@/lib/activities/activity-filters";
import { readActivities } from "@/lib/activities/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { readDirectoryFilters } from "@/lib/directory/directory-filters";
import { readMembers } from "@/lib/directory/queries";
import { readOrganisations } from "@/lib/organisations/listing.queries";
import { readOrganisationFilters } from "@/lib/organisations/organisation-filters";
import { listOrganisationsNamedLike } from "@/lib/organisations/similar.queries";
import { readProjects } from "@/lib/projects/listing.queries";
import { readProjectFilters } from "@/lib/projects/project-filters";
import { filledClub, SIZE } from "./filled-club";
import { wrongAnswers } from "./random-questions";
import { openWeighed } from "./weigh-reads";

const MOST_STATEMENTS = 2;

type Asked = Record<string, string | string[]>;
let viewer: Viewer;
let { sql, db, weigh } = {} as ReturnType<typeof openWeighed>;

beforeAll(() => {
  const { env, viewer: first } = filledClub();
  viewer = first;
  ({ sql, db, weigh } = openWeighed(env.DATABASE_OWNER_URL));
});

afterAll(() => sql.end());

const read = (asked: Asked, locale: Locale = "fr") =>
  weigh(() => readMembers(db, viewer, readDirectoryFilters(asked), locale));

const EIGHT = "je cherche un atelier bureau etudes connaisse norme";

describe(`a page of ${SIZE.members} members reads no more than it shows`, () => {
  test.each<[Asked, number]>([
    [{}, 500],
    [{ sort: "recent" }, 500],
    [{ page: "2" }, 500],
    [{ sector: "energy" }, 2_000],
    [{ city: ["huzhou", "shanghai"] }, 2_000],
    [{ sector: "energy", city: "huzhou" }, 2_000],
    [{ q: "vernoux", sector: "energy" }, 2_000],
    [{ q: "wang" }, 2_000],
    [{ q: "王" }, 2_000],
    [{ q: "工" }, 5_000],
    [{ q: "佛山" }, 5_000],
    [{ q: "de" }, 5_000],
    [{ q: "a" }, 5_000],
    [{ q: EIGHT }, 5_000],
    [{ q: "%".repeat(200) }, 5_000],
    [{ q: "xyzzy" }, 5_000],
    [{ q: "berthelott" }, 5_000],
    [{ q: "camile vernou" }, 5_000],
    [{ page: "50" }, 2_000],
    [{ q: "gz", page: "25" }, 2_500],
    [{ q: "gz", page: "42" }, 3_000],
    [{ q: "bo", page: "42" }, 3_000],
    [{ q: "广", page: "42" }, 3_000],
    [{ q: "log", page: "10", sort: "recent" }, 2_500],
    [{ q: "su", page: "42", sort: "recent" }, 3_000],
  ])("%j", async (asked, most) => {
    const { list, buffers, statements } = await read(asked);
    expect(buffers).toBeLessThanOrEqual(most);
    expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
    expect(list.members.length).toBe(Math.min(24, list.total));
  });

  test.each(["en", "zh"] as const)("in the order of %s", async (locale) => {
    expect((await read({}, locale)).buffers).toBeLessThanOrEqual(500);
  });
});

/** Counted by reading everything, as any list could. */
async function count(condition: string): Promise<number> {
  const [row] = await sql.unsafe(`select count(*)::int as n from members where ${condition}`);
  return row?.n;
}

test("all is counted where nothing narrows, and pages end at the fiftieth", async () => {
  const { list } = await read({ page: "99" });
  expect([list.total, list.page, list.pageCount, list.isCut]).toEqual([10_000, 50, 50, true]);
  const energy = list.sectors.find(({ value }) => value === "energy");
  expect(energy?.count).toBe(await count("'energy' = any (sectors)"));
});

test("what few have is counted to the last", async () => {
  const { list } = await read({ city: "huzhou" });
  expect(list.total).toBe(await count("'huzhou' = any (cities)"));
  expect([list.isMore, list.isCut]).toEqual([undefined, false]);
  for (const { value, count: shown } of list.sectors) {
    expect(shown).toBe(await count(`'huzhou' = any (cities) and '${value}' = any (sectors)`));
  }
  const shanghai = list.cities.find(({ value }) => value === "shanghai");
  expect(shanghai?.count).toBe(await count("'shanghai' = any (cities)"));
});

test("what more than a thousand have is shown without a number, in order behind those who are named so", async () => {
  const { list } = await read({ q: "de", page: "2" });
  expect([list.total, list.isMore, list.pageCount]).toEqual([1000, true, 42]);
  expect(list.sectors.length).toBeGreaterThan(20);
  expect(new Set(list.sectors.map((one) => one.count))).toEqual(new Set([null]));
  const rows =
    await sql`select slug from members where ' ' || search_names || search_members like '% de%'
    order by search_names like '% de%' desc, sort_latin collate "fr-x-icu", id limit 24 offset 24`;
  expect(list.members.map(({ slug }) => slug)).toEqual(rows.map(({ slug }) => slug));
});

test("whoever is called so comes first, then whose name is typed so, then who says so", async () => {
  await sql`begin`;
  const [first, second, third] = ["scale-30", "scale-31", "scale-32"];
  const called = (slug: string, names: string, text: string, name: string) => sql`
    update members set search_names = ${names}, search_members = ${text}, sort_latin = ${name} where slug = ${slug}`;
  await called(third ?? "", " aa anne ", " zufang ", "Aa Anne");
  await called(second ?? "", " bb berthe 租房 zu fang zufang zf ", " ", "Bb Berthe");
  await called(first ?? "", " zufang claude ", " ", "Zufang Claude");
  const { list } = await read({ q: "zufang" });
  expect(list.members.map(({ slug }) => slug)).toEqual([first, second, third]);
  await sql`rollback`;
});

test("a name with a mistake in it shows whose names are like it, and counts nobody", async () => {
  const { list } = await read({ q: "berthelott colete" });
  expect(list.total).toBe(0);
  expect(list.similar?.map(({ name }) => name.text)).toEqual(Array(6).fill("Colette Berthelot"));
  expect((await read({ q: "berthelot" })).list.similar).toEqual([]);
  expect((await read({ q: "berthelott", sector: "energy" })).list.similar).toEqual([]);
  await sql`begin`;
  await sql`drop extension pg_trgm cascade`;
  expect((await read({ q: "bertelott colete" })).list.similar).toEqual([]);
  expect((await read({ q: "berthe" })).list.total).toBeGreaterThan(0);
  await sql`rollback`;
});

test.each([
  ["agate", "Agathe"],
  ["vernoix", "Vernoux"],
  ["camillle montclar", "Camille Montclair"],
])("%s is like %s, with or without trigrams", async (q, name) => {
  const names = async () => (await read({ q })).list.similar?.map((one) => one.name.text) ?? [];
  const similar = await names();
  expect(similar).toHaveLength(6);
  for (const one of similar) expect(one).toContain(name);
  await sql`begin`;
  await sql`drop extension pg_trgm cascade`;
  expect(await names()).toEqual(similar);
  await sql`rollback`;
  expect((await read({ q: "xqzvwk" })).list.similar).toEqual([]);
});

test("a search while its index is being built finds the same", async () => {
  const asked: Asked[] = [
    { q: "王", sector: "energy" },
    { q: "cherche atelier", city: "huzhou" },
  ];
  const find = async () => [await read(asked[0] ?? {}), await read(asked[1] ?? {})];
  const found = async () => (await find()).map(({ list }) => list);
  const before = await found();
  await sql`begin`;
  await sql`drop index search_lines_words_index`;
  await sql`create index search_lines_words_index on only search_lines using gin (search.words(line, facets))`;
  expect(await found()).toEqual(before);
  await sql`rollback`;
  expect(before.map(({ total }) => total > 0)).toEqual([true, true]);
});

test("a name that more than a thousand have at the end of the order is found without following it", async () => {
  await sql`begin`;
  await sql`update members set search_names = ' zz zoo ', sort_latin = 'Zz Zoo' where id in (
    select id from members where search_names <> '' order by id limit 1200)`;
  await sql`update members set search_members = search_members || ' zoo ' where slug = 'scale-1'`;
  const { list, buffers } = await read({ q: "zoo" });
  expect([list.isMore, list.members.length]).toEqual([true, 24]);
  expect(new Set(list.members.map(({ slug }) => slug)).has("scale-1")).toBe(false);
  expect(buffers).toBeLessThanOrEqual(5_000);
  await sql`rollback`;
}, 120_000);

test("three characters are found where they stand together", async () => {
  await sql`begin`;
  await sql`update members set search_members = ' 甲乙丙 ' where slug = 'scale-40'`;
  await sql`update members set search_members = ' 甲乙 乙丙 ' where slug = 'scale-41'`;
  const { list } = await read({ q: "甲乙丙" });
  expect(list.members.map(({ slug }) => slug)).toEqual(["scale-40"]);
  await sql`rollback`;
});

describe(`a page of ${SIZE.organisations} organisations reads no more than it shows`, () => {
  const readAs = (eyes: Viewer | null, asked: Asked) =>
    weigh(() => readOrganisations(db, eyes, readOrganisationFilters(asked), "fr"));
  const alike = (eyes: Viewer, q: string) =>
    listOrganisationsNamedLike(eyes, q, "fr", async (run) => run(db));

  test.each<[Asked, number]>([
    [{}, 500],
    [{ page: "50" }, 500],
    [{ kind: "sme" }, 2_000],
    [{ city: "huzhou" }, 2_000],
    [{ side: "lyon-in-china", sector: "energy" }, 2_000],
    [{ kind: ["sme", "start-up"], sector: "energy", city: "shanghai" }, 2_000],
    [{ q: "soierie", city: "shanghai" }, 2_000],
    [{ q: "工" }, 5_000],
    [{ q: "a" }, 5_000],
    [{ q: "%".repeat(200) }, 5_000],
  ])("%j", async (asked, most) => {
    for (const eyes of [viewer, { ...viewer, role: "moderator" } as const, null]) {
      const { list, buffers, statements } = await readAs(eyes, asked);
      expect(buffers).toBeLessThanOrEqual(most);
      expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
      expect(list.cards.length).toBe(Math.min(24, list.total));
      const like = await weigh(() => alike(eyes ?? viewer, `${asked.q ?? "soie"}`));
      expect(like.buffers).toBeLessThanOrEqual(most);
    }
  });
});

test("a hundred questions drawn at random are answered as reading all lines would", async () => {
  expect(await wrongAnswers(db, 100)).toEqual([]);
}, 60_000);

describe(`a page of ${SIZE.projects} projects reads no more than it shows`, () => {
  const list = (asked: Asked, eyes: Viewer | null = viewer) =>
    weigh(() => readProjects(db, eyes, readProjectFilters(asked)));

  test.each<[Asked, number]>([
    [{}, 500],
    [{ page: "2" }, 500],
    [{ page: "50" }, 2_000],
    [{ type: "requests" }, 2_000],
    [{ sector: "energy" }, 2_000],
    [{ sector: "energy-city", city: "zhejiang" }, 2_000],
    [{ type: "offers", sector: "energy", city: ["huzhou", "lhasa"], q: "xyzzy" }, 2_000],
    [{ q: "acier", city: "huzhou" }, 2_000],
    [{ q: "工" }, 5_000],
    [{ q: "de" }, 5_000],
    [{ q: EIGHT }, 5_000],
    [{ q: "%".repeat(200) }, 5_000],
  ])("%j", async (asked, most) => {
    for (const eyes of [viewer, null]) {
      const { list: page, buffers, statements } = await list(asked, eyes);
      expect(buffers).toBeLessThanOrEqual(most);
      expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
      expect(page.cards.length).toBe(Math.min(24, page.total));
    }
  });

  test("what is over at midnight is counted nowhere, before and after the worker comes", async () => {
    await sql`begin`;
    const before = (await list({})).list;
    const places = (page: typeof before) =>
      new Map(page.facets.cities.map(({ slug, count }) => [slug, count]));
    await sql`update search_lines set last_day = current_date - 2 where kind = 'project'
      and subject_id = (select id from entries where slug = 'scale-7')`;
    const [row] =
      await sql`select facets from search_lines where last_day is not null and audience = 'members'`;
    const over: string[] = row?.facets;
    const after = (await list({})).list;
    expect(over.length).toBeGreaterThan(3);
    expect(after.total).toBe(before.total - 1);
    for (const [slug, count] of places(before)) {
      const less = over.includes(`cities:${slug}`) ? 1 : 0;
      expect([slug, places(after).get(slug) ?? 0]).toEqual([slug, (count ?? 0) - less]);
    }
    await sql`select search.tidy()`;
    expect((await list({})).list).toEqual(after);
    await sql`rollback`;
  });
});

describe("a page of activities, two a member, reads no more than it shows", () => {
  const list = (asked: Asked, eyes: Viewer | null, locale: Locale) =>
    weigh(() => readActivities(db, eyes, readActivityFilters(asked), locale));

  test.each<[Asked, number]>([
    [{}, 500],
    [{ page: "2" }, 500],
    [{ page: "50" }, 2_000],
    [{ sort: "organisation" }, 500],
    [{ sector: "energy" }, 2_000],
    [{ sector: "energy", city: ["huzhou", "lhasa"] }, 2_000],
    [{ stage: "operating", city: "lhasa" }, 2_000],
    [{ q: "soie", city: "huzhou" }, 2_000],
    [{ q: "工" }, 5_000],
    [{ q: "de" }, 5_000],
    [{ q: "gz", page: "25" }, 2_500],
    [{ q: "工", page: "25" }, 2_500],
    [{ q: EIGHT }, 5_000],
    [{ q: "%".repeat(200) }, 5_000],
  ])("%j", async (asked, most) => {
    const eyes = [viewer, { ...viewer, role: "moderator" as const }, null];
    for (const [index, one] of eyes.entries()) {
      const locale = (["fr", "zh", "en"] as const)[index] ?? "fr";
      const { list: page, buffers, statements } = await list(asked, one, locale);
      expect(buffers).toBeLessThanOrEqual(most);
      expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
      expect(page.activities.length).toBe(Math.min(24, page.total));
    }
  });
});
