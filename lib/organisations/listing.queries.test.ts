import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import type { PageVisibility } from "@/db/enums";
import { makeActivity, makeMember, makeOrganisation } from "@/db/factories";
import { statementsOf } from "@/db/statement-count";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { countOrganisationSides, listOrganisations } from "./listing.queries";
import { buildOrganisationSearch } from "./names";
import { FACET_PARAM, FACETS, NO_FILTERS, type OrganisationFilters } from "./organisation-filters";
import { SIDES } from "./sides";

type Member = Awaited<ReturnType<typeof makeMember>>;

let member: Member;
let suspended: Viewer;

type Values = NonNullable<Parameters<typeof makeOrganisation>[1]>;

async function make(
  values: Values & { name: NonNullable<Values["name"]> },
  people: { memberId: string }[] = [],
) {
  const search = buildOrganisationSearch({
    name: values.name,
    place: values.place ?? null,
    sites: values.sites ?? [],
    sectors: values.sectors ?? [],
  });
  return transaction((tx) =>
    makeOrganisation(tx, { visibility: "public", ...values, ...search }, people),
  );
}

beforeAll(async () => {
  [member, suspended] = await transaction(async (tx) => [
    await makeMember(tx),
    { ...(await makeMember(tx)), status: "suspended" as const },
  ]);
  await make({
    name: { fr: "Étoffes du Rhône", zh: "罗讷织物" },
    sites: ["guangzhou"],
    sectors: ["textile-fashion"],
  });
  await make({
    name: { fr: "Zinc", zh: "阿尔法锌业" },
    place: "lyon-2",
    sites: ["wuhan", "ningbo"],
  });
  await make({
    name: { zh: "广州粤海贸易有限公司" },
    country: "cn",
    kind: "chinese-company",
    place: "guangzhou",
    sites: ["lyon-3"],
  });
  await make({ name: { fr: "École d’essai" }, kind: "university-school", visibility: "public" });
  await make({ name: { fr: "Discrète" }, visibility: "members", sites: ["shanghai"] });
  await make({ name: { fr: "Équipe" }, visibility: "team", sites: ["shanghai"] });
});

afterAll(closeDatabase);

const list = (
  viewer: Viewer | null,
  change: Partial<OrganisationFilters> = {},
  locale: "fr" | "zh" = "fr",
) => listOrganisations(viewer, { ...NO_FILTERS, ...change }, locale);

const names = async (...asked: Parameters<typeof list>) =>
  (await list(...asked)).cards.map(({ name }) => name.fr ?? name.zh);

describe("who finds what", () => {
  test.each<[string, () => Viewer | null, boolean]>([
    ["a visitor", () => null, false],
    ["a suspended member", () => suspended, false],
    ["a member", () => member, true],
  ])("%s", async (_who, viewer, findsDiscreet) => {
    // By their names: other suites make organisations in the same database, and a page holds 24.
    expect(await names(viewer(), { q: "zinc" })).toContain("Zinc");
    expect((await names(viewer(), { q: "discrete" })).includes("Discrète")).toBe(findsDiscreet);
    expect(await names(viewer(), { q: "equipe" })).not.toContain("Équipe");
    const { facets } = await list(viewer(), { q: "discrete" });
    const shanghai = facets.cities.find(({ value }) => value === "shanghai")?.count ?? 0;
    expect(shanghai).toBe(findsDiscreet ? 1 : 0);
  });

  test("its own people find what is for nobody else", async () => {
    await make({ name: { fr: "Secrète" }, visibility: "self" }, [member]);
    expect(await names(member, { q: "secrete" })).toContain("Secrète");
    expect(await names(null, { q: "secrete" })).not.toContain("Secrète");
  });
});

describe("what was typed", () => {
  test.each([
    ["etoffes rhone", "Étoffes du Rhône"],
    ["羅訥織物", "Étoffes du Rhône"],
    ["luo ne", "Étoffes du Rhône"],
    ["廣州粵海", "广州粤海贸易有限公司"],
    ["gzyhmyyxgs", "广州粤海贸易有限公司"],
    ["ningbo", "Zinc"],
  ])("%s finds %s", async (q, name) => {
    expect(await names(null, { q })).toContain(name);
  });

  test("what no name can hold finds nothing, and says what to let go", async () => {
    const { total, without } = await list(null, { q: "%%", side: "institutions" });
    expect(total).toBe(0);
    expect(without).toContainEqual({ filter: "q", total: expect.any(Number) });
  });
});

test("names stand in the order of the language", async () => {
  const cities = ["guangzhou", "wuhan"];
  const own = (found: (string | undefined)[]) =>
    found.filter(
      (name) => name && ["Étoffes du Rhône", "广州粤海贸易有限公司", "Zinc"].includes(name),
    );
  expect(own(await names(null, { cities }))).toEqual([
    "Étoffes du Rhône",
    "广州粤海贸易有限公司",
    "Zinc",
  ]);
  expect(own(await names(null, { cities }, "zh"))).toEqual([
    "Zinc",
    "广州粤海贸易有限公司",
    "Étoffes du Rhône",
  ]);
});

// Other suites make organisations in the same database meanwhile.
describe("each number is the total of the list it opens", { retry: 4 }, () => {
  test.each<[string, () => Viewer | null]>([
    ["for a visitor", () => null],
    ["for a member", () => member],
  ])("%s", async (_who, who) => {
    const viewer = who();
    const { facets, sides, total, columns } = await list(viewer);
    expect(sides.all).toBe(total);
    expect(columns?.map(({ side }) => side)).toEqual(["lyon-in-china", "chinese-in-lyon"]);
    const counted = await countOrganisationSides(viewer);
    for (const side of SIDES) {
      const opened = await list(viewer, { side });
      expect([sides[side], counted[side]]).toEqual(Array(2).fill(opened.total));
      const column = columns?.find((one) => one.side === side);
      if (side === "institutions") continue;
      expect(column?.total).toBe(opened.total);
      expect(column?.cards.map(({ id }) => id)).toEqual(
        opened.cards.slice(0, 4).map(({ id }) => id),
      );
    }
    for (const facet of FACETS) {
      for (const { value, count } of facets[facet]) {
        expect([facet, value, (await list(viewer, { [facet]: [value] })).total]).toEqual([
          facet,
          value,
          count,
        ]);
      }
    }
    expect(Object.keys(FACET_PARAM)).toEqual([...FACETS]);
  });

  test("beside other filters too", async () => {
    const filters = { cities: ["wuhan"], side: "lyon-in-china" as const };
    const { facets, sides } = await list(member, filters);
    expect(sides["lyon-in-china"]).toBe((await list(member, filters)).total);
    for (const { value, count } of facets.cities) {
      expect((await list(member, { ...filters, cities: [value] })).total).toBe(count);
    }
  });

  test("an empty answer says how many each letting go would give", async () => {
    const filters = { cities: ["ningbo"], kinds: ["university-school"] };
    const { total, without } = await list(null, filters);
    expect(total).toBe(0);
    expect(without.length).toBeGreaterThan(0);
    for (const { filter, total: promised } of without) {
      expect((await list(null, { ...filters, [filter]: [] })).total).toBe(promised);
    }
  });
});

test("the two columns stand only above the whole list, and cost no further reading", async () => {
  const { result, statements } = await statementsOf(() => list(member));
  const { columns, cards } = result;
  // The list with its cards, both columns with theirs.
  expect(statements).toBe(2);
  expect(columns).toHaveLength(2);
  expect(cards.length).toBeGreaterThan(0);
  for (const change of [{ q: "zinc" }, { page: 2 }, { side: "institutions" }, { kinds: ["sme"] }]) {
    expect((await list(member, change as Partial<OrganisationFilters>)).columns).toBeNull();
  }
});

describe("an activity in China brings a Lyon company to its side", () => {
  const sideAfter = async (
    values: Parameters<typeof makeActivity>[2],
    viewer: "visitor" | "member",
    visibility: PageVisibility = "public",
  ) => {
    const q = `active ${crypto.randomUUID()}`;
    const { id } = await make({ name: { fr: q } });
    await transaction(async (tx) => {
      const owner = await makeMember(tx);
      await makeActivity(tx, owner.memberId, { organisationId: id, visibility, ...values });
    });
    const eyes = viewer === "visitor" ? null : member;
    const { cards } = await list(eyes, { side: "lyon-in-china", q });
    return cards.some((card) => card.id === id);
  };

  test.each<[string, Parameters<typeof sideAfter>, boolean]>([
    ["one that goes on", [{}, "visitor"], true],
    ["one that was left", [{ stage: "exited" }, "visitor"], false],
    ["one whose last year has passed", [{ until: 2020 }, "visitor"], false],
    ["one that comes to Lyon", [{ direction: "china-to-lyon" }, "visitor"], false],
    ["one without a city", [{ cities: [] }, "visitor"], false],
    ["one for members, to a visitor", [{}, "visitor", "members"], false],
    ["one for members, to a member", [{}, "member", "members"], true],
    ["one for nobody else, to a member", [{}, "member", "self"], false],
  ])("%s", async (_case, asked, expected) => {
    expect(await sideAfter(...asked)).toBe(expected);
  });
});

test("a page past the last gives the last", async () => {
  const { page, pageCount, cards } = await list(member, { page: 9999 });
  expect(page).toBe(pageCount);
  expect(cards.length).toBeGreaterThan(0);
});
