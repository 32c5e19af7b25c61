import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import type { EntryInsert } from "@/db/entry-rows";
import type { EntryLevel } from "@/db/enums";
import { makeMember, makeProject } from "@/db/factories";
import type { StoredText } from "@/db/stored";
import type { Said } from "@/lib/directory/crowd";
import { listPublishedProjects } from "./listing.queries";
import { readProjectFilters } from "./project-filters";
import { buildProjectSearch } from "./search-text";
import { listSimilarProjects } from "./similar.queries";

type Values = Partial<EntryInsert<"project">>;

let owner: Awaited<ReturnType<typeof makeMember>>;
let member: Awaited<ReturnType<typeof makeMember>>;

const content = {
  teaser: { fr: "Deux ateliers" },
  summary: {},
  offered: {},
  sought: {},
  advantages: {},
  partnerTask: {},
  kind: "group-purchasing",
  sectors: ["energy"],
  cities: ["hangzhou"],
  textLevel: "members" as const,
  ownerLevel: "members" as EntryLevel,
};

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx);
    member = await makeMember(tx);
  });
});

afterAll(closeDatabase);

const list = (viewer: typeof member | null, asked: Record<string, string | string[]> = {}) =>
  listPublishedProjects(viewer, readProjectFilters(asked));

/** Online, shown as said, or as it is where enough people fit. */
function make(values: Values, said?: Said) {
  const whole = { ...content, ...values } as typeof content & { title: StoredText };
  const shown = said ?? { sectors: whole.sectors, places: whole.cities };
  const isNamed = whole.ownerLevel === "members";
  return transaction((tx) =>
    makeProject(tx, owner.memberId, {
      ...whole,
      ...buildProjectSearch(whole, shown, isNamed),
      shownSectors: shown.sectors,
      shownPlaces: shown.places,
      moderation: "published",
      publishedAt: new Date(),
      ...values,
    }),
  );
}

describe("the list", () => {
  const own = `zr${crypto.randomUUID().slice(0, 8)}`;
  const titled = (values: Values) => make({ title: { fr: `Économie ${own}` }, ...values });

  beforeAll(async () => {
    await titled({ profileType: "business-offer", sectors: ["energy"], cities: ["wuhan"] });
    await titled({
      profileType: "technology-request",
      sectors: ["energy", "logistics"],
      cities: [],
    });
    await titled({
      profileType: "rd-request",
      sectors: ["logistics"],
      cities: ["wuhan", "chengdu"],
    });
  });

  test.each<[string, Record<string, string | string[]>, number]>([
    ["all", {}, 3],
    ["folded words", { q: `ECONOMIE ${own}` }, 3],
    ["a city by pinyin", { q: `wuhan ${own}` }, 2],
    ["a city in Chinese", { q: `武汉 ${own}` }, 2],
    ["a word inside a word", { q: `nomie ${own}` }, 0],
    ["signs only", { q: "%_" }, 0],
    ["offers", { type: "offers" }, 1],
    ["requests", { type: "requests" }, 1],
    ["R&D", { type: "rd" }, 1],
    ["an unknown type", { type: "gifts" }, 3],
    ["one sector", { sector: "energy" }, 2],
    ["either sector", { sector: ["energy", "logistics"] }, 3],
    ["sector and city", { sector: "logistics", city: "wuhan" }, 1],
    ["an unknown sector", { sector: "alchemy" }, 3],
    ["a group of sectors", { sector: "energy-city" }, 2],
    ["a division", { city: "hubei" }, 2],
  ])("%s", async (_, asked, total) => {
    const found = await list(null, { q: own, ...asked });
    expect([found.total, found.cards.length]).toEqual([total, total]);
  });

  test("facets count what their choice would give beside the other filters", async () => {
    const { facets } = await list(null, { q: own, city: "wuhan", type: "offers" });
    expect(facets).toEqual({
      groups: { offers: 1, requests: 0, rd: 1 },
      sectors: [
        { slug: "energy", count: 1 },
        { slug: "energy-city", count: 1 },
      ],
      cities: [
        { slug: "hubei", count: 1 },
        { slug: "wuhan", count: 1 },
      ],
    });
  });

  test("comes in pages; past its end is its last page", async () => {
    const { page, pageCount, cards } = await list(null, { q: own, page: "9000" });
    expect(page).toBe(pageCount);
    expect(cards.length).toBeGreaterThan(0);
  });

  test("that is empty says which filter to let go, with what that would give", async () => {
    await make({ title: { fr: own }, sectors: ["energy"], cities: ["ningbo"] });
    const found = async (asked: Record<string, string>) => (await list(null, asked)).total;
    const asked = { sector: "energy", city: "lhasa" };
    expect(await list(null, asked)).toMatchObject({
      total: 0,
      without: [{ filter: "cities", total: await found({ sector: "energy" }) }],
    });
    expect((await list(null, { sector: "energy" })).without).toEqual([]);
  });
});

describe("a project whose owner is not named", () => {
  const own = `zu${crypto.randomUUID().slice(0, 8)}`;
  const field = { sectors: ["silk-luxury-fashion", "energy"], cities: ["huzhou", "wuhan"] };
  const said = { sectors: ["textile-fashion", "energy-city"], places: ["zhejiang", "hubei"] };
  let slug: string;

  beforeAll(async () => {
    const title = { fr: `Tisser ${own}` };
    ({ slug } = await make({ title, ...field, ownerLevel: "contacts" }, said));
  });

  test("shows what was found fit to be shown, to members as to visitors", async () => {
    for (const viewer of [null, member, owner]) {
      const [card] = (await list(viewer, { q: own })).cards;
      expect([card?.sectors, card?.cities]).toEqual([said.sectors, said.places]);
      expect(JSON.stringify(card)).not.toMatch(/silk|huzhou|wuhan|"energy"/);
    }
  });

  test.each<[string, Record<string, string | string[]>, number]>([
    ["its sector", { sector: "silk-luxury-fashion" }, 0],
    ["its city", { city: "huzhou" }, 0],
    ["its city in words", { q: `huzhou ${own}` }, 0],
    ["its city in Chinese", { q: `湖州 ${own}` }, 0],
    ["its sector in words", { q: `soie ${own}` }, 0],
    ["what is shown of its sector", { sector: "textile-fashion" }, 1],
    ["what is shown of its city", { city: "zhejiang" }, 1],
    ["what is shown, in words", { q: `zhejiang textile ${own}` }, 1],
  ])("is found by what it shows alone: %s", async (_, asked, total) => {
    for (const viewer of [null, member]) {
      expect((await list(viewer, { q: own, ...asked })).total).toBe(total);
    }
  });

  test("is counted in no facet that it does not show", async () => {
    for (const viewer of [null, member]) {
      const { facets } = await list(viewer, { q: own });
      expect(facets.sectors.map((one) => one.slug).sort()).toEqual(said.sectors.toSorted());
      expect(facets.cities.map((one) => one.slug).sort()).toEqual(said.places.toSorted());
    }
  });

  test("is no closer to a text for a sector that it does not show", async () => {
    const similar = async (sector: string) =>
      (await listSimilarProjects(member, { text: own, sectors: [sector] }, "fr")).map(
        (one) => one.slug,
      );
    expect(await similar("technical-textiles")).toEqual(await similar("silk-luxury-fashion"));
    expect(await similar("technical-textiles")).toContain(slug);
    expect(await similar("logistics")).toEqual([]);
  });

  test("shows all of it to members once its owner is named, and to visitors no more", async () => {
    const title = { fr: `Nommer ${own}` };
    await make({ title, ...field, ownerLevel: "members" }, said);
    const find = async (viewer: typeof member | null, asked: Record<string, string>) =>
      (await list(viewer, { q: `nommer ${own}`, ...asked })).total;
    expect([await find(member, { city: "huzhou" }), await find(null, { city: "huzhou" })]).toEqual([
      1, 0,
    ]);
    expect([
      await find(member, { sector: "energy" }),
      await find(null, { sector: "energy" }),
    ]).toEqual([1, 0]);
  });
});
