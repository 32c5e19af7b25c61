import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeAccount, makeActivity, makeMember, makeOrganisation } from "@/db/factories";
import { type ActivityFilters, NO_FILTERS } from "./activity-filters";
import { listActivities, listActivityTotals } from "./queries";
import { buildActivitySearch } from "./search-text";

type Viewer = Awaited<ReturnType<typeof makeAccount>>;
type Member = Awaited<ReturnType<typeof makeMember>>;
type Values = NonNullable<Parameters<typeof makeActivity>[2]>;

let owner: Member;
let moderator: Viewer;

const texts = {
  title: { fr: "Soie" },
  summary: {},
  partner: null,
  kind: "sourcing",
  sectors: ["energy"],
  cities: ["hangzhou"],
};

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx);
    moderator = await makeAccount(tx, { role: "moderator" });
    for (const visibility of ["public", "members", "team", "self"] as const) {
      await makeActivity(tx, owner.memberId, { visibility, cities: ["harbin", "wuhan"] });
    }
  });
});

afterAll(closeDatabase);

describe("totals", () => {
  /** Other suites write at the same time: compares a moment in which nothing changed. */
  async function compare(viewer: Viewer | null) {
    for (let attempt = 0; attempt < 8; attempt++) {
      const totals = await listActivityTotals(viewer, "fr");
      const listOf = (values: Partial<ActivityFilters>) =>
        listActivities(viewer, { ...NO_FILTERS, ...values }, "fr");
      const differing: string[] = [];
      for (const { value, count } of totals.cities) {
        const { total } = await listOf({ cities: [value] });
        if (total !== count) differing.push(`${value}: ${count}, ${total}`);
      }
      for (const { value, count } of totals.sectors) {
        const { total } = await listOf({ sectors: [value] });
        if (total !== count) differing.push(`${value}: ${count}, ${total}`);
      }
      const all = await listOf({});
      const after = await listActivityTotals(viewer, "fr");
      if (JSON.stringify(after) === JSON.stringify(totals)) return { differing, all, totals };
    }
    throw new Error("the club never stood still");
  }

  test.each(["visitor", "member", "moderator"] as const)(
    "every city and sector counts the list it opens, for the %s",
    async (name) => {
      const viewer = { visitor: null, member: owner, moderator }[name];
      const { differing, all, totals } = await compare(viewer);
      expect(differing).toEqual([]);
      expect(all.total).toBe(totals.total);
      expect(totals.cities.length).toBeGreaterThan(0);
      expect(totals.cities.every(({ count }) => count > 0)).toBe(true);
    },
  );

  test("the most frequent stand first", async () => {
    const { cities, sectors } = await listActivityTotals(owner, "fr");
    for (const facets of [cities, sectors]) {
      const counts = facets.map(({ count }) => count);
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
    }
  });
});

describe("the list", () => {
  const word = `zr${crypto.randomUUID().slice(0, 8)}`;
  const own = (title: string, values: Values = {}) => {
    const content = { ...texts, title: { fr: `${title} ${word}` } };
    const row = { ...content, ...buildActivitySearch(content), ...values };
    return transaction((tx) => makeActivity(tx, owner.memberId, row));
  };
  const list = (values: Partial<ActivityFilters> = {}) =>
    listActivities(owner, { ...NO_FILTERS, q: word, ...values }, "fr");
  const titles = async (values?: Partial<ActivityFilters>) =>
    (await list(values)).activities.map(({ title }) => title?.text.split(" ")[0]);

  beforeAll(async () => {
    const organisation = await transaction((tx) =>
      makeOrganisation(tx, { name: { fr: "Bbb" }, sortLatin: "Bbb" }),
    );
    await own("A", {
      confirmedOn: "2026-01-01",
      cities: ["wuhan"],
      kind: "export",
      stage: "exited",
      until: 2020,
    });
    await own("B", {
      confirmedOn: "2026-03-01",
      cities: ["wuhan", "ningbo"],
      organisationId: organisation.id,
    });
    await own("C", {
      confirmedOn: "2026-02-01",
      cities: ["ningbo"],
      kind: "export",
      sectors: ["agrifood"],
    });
  });

  test("is ordered by confirmation, newest first, or by organisation, without one last", async () => {
    expect(await titles()).toEqual(["B", "C", "A"]);
    expect(await titles({ sort: "organisation" })).toEqual(["B", "C", "A"]);
    const second = await transaction((tx) =>
      makeOrganisation(tx, { name: { fr: "Aaa" }, sortLatin: "Aaa" }),
    );
    await own("D", { confirmedOn: "2025-01-01", organisationId: second.id });
    expect(await titles({ sort: "organisation" })).toEqual(["D", "B", "C", "A"]);
    expect(await titles()).toEqual(["B", "C", "A", "D"]);
  });

  test("any of a facet, all of the facets", async () => {
    expect(await titles({ cities: ["wuhan"] })).toEqual(["B", "A"]);
    expect(await titles({ cities: ["wuhan", "ningbo"] })).toEqual(["B", "C", "A"]);
    expect(await titles({ cities: ["ningbo"], kinds: ["export"] })).toEqual(["C"]);
    expect(await titles({ stages: ["exited"] })).toEqual(["A"]);
    expect(await titles({ sectors: ["agrifood"], directions: ["lyon-to-china"] })).toEqual(["C"]);
  });

  test("a facet's own choices do not narrow its counts", async () => {
    const { facets } = await list({ cities: ["wuhan"] });
    const counts = Object.fromEntries(facets.cities.map(({ value, count }) => [value, count]));
    expect(counts).toMatchObject({ wuhan: 2, ningbo: 2 });
    const kinds = facets.kinds.flatMap((group) => group.kinds);
    expect(kinds.find(({ value }) => value === "export")?.count).toBe(1);
  });

  test("when nothing is found it says which filter to drop", async () => {
    const { total, without } = await list({ cities: ["wuhan"], sectors: ["agrifood"] });
    expect(total).toBe(0);
    expect(without).toEqual(
      expect.arrayContaining([
        { filter: "sectors", total: 2 },
        { filter: "cities", total: 1 },
      ]),
    );
    const nowhere = await list({ q: `${word}x`, stages: ["exited"] });
    expect(nowhere.without.map(({ filter }) => filter)).toEqual(["q"]);
  });

  test("a page beyond the last is the last", async () => {
    const { page, pageCount, activities } = await list({ page: 99 });
    expect([page, pageCount, activities.length > 0]).toEqual([1, 1, true]);
  });

  test.each(["%", "_", "\\", "…", "'"])("%s finds nothing by itself", async (q) => {
    const { total } = await listActivities(owner, { ...NO_FILTERS, q }, "fr");
    expect(total).toBe(0);
  });
});
