import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { VISIBILITIES, type Visibility } from "@/db/enums";
import { makeMember } from "@/db/factories";
import { buildMemberSearch, type SearchedMember } from "@/lib/members/search-text";
import { readDirectoryFilters } from "./directory-filters";
import { listMembers, listNewMembers } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

/** One word that only this suite's members have in their names: the suite's own small club. */
const club = `zq${randomUUID().replace(/[^a-z]/g, "")}`;

const blank: SearchedMember = {
  familyName: "Anonyme",
  givenName: club,
  jobTitle: {},
  bio: {},
  offers: {},
  needs: {},
  languages: [],
  sectors: [],
  cities: [],
};

type Account = Parameters<typeof makeMember>[2];

function makeSearched(change: Partial<SearchedMember>, account: Account = {}, joinedOn?: string) {
  const member = { ...blank, ...change, givenName: `${change.givenName ?? ""} ${club}`.trim() };
  const values = {
    ...member,
    languages: [...member.languages],
    sectors: [...member.sectors],
    cities: [...member.cities],
    joinedOn,
    ...buildMemberSearch(member),
  };
  return transaction((tx) => makeMember(tx, values, account));
}

let viewer: Member;
let moderator: Member;

beforeAll(async () => {
  [viewer, moderator] = await transaction(async (tx) => [
    await makeMember(tx),
    await makeMember(tx, {}, { role: "moderator" }),
  ]);
});

afterAll(closeDatabase);

const list = (
  who: Member,
  q: string,
  asked: Record<string, string | string[]> = {},
  locale: "fr" | "en" | "zh" = "fr",
) => listMembers(who, readDirectoryFilters({ ...asked, q: `${club} ${q}` }), locale);

const total = async (...args: Parameters<typeof list>) => (await list(...args)).total;

describe.each(VISIBILITIES)("what is shown to %s", (level) => {
  const word = `canari${level}`;
  const visibility: Record<string, Visibility> = {
    bio: level,
    sectors: level,
    cities: level,
    nameZh: level,
  };
  const isOpen = ["public", "members"].includes(level);
  const isOpenToTeam = isOpen || level === "team";
  let owner: Member;

  beforeAll(async () => {
    owner = await makeSearched({
      familyName: `Caché ${word}`,
      nameZh: "单伟",
      bio: { fr: `texte${word}` },
      sectors: ["agrifood"],
      cities: ["guangzhou"],
      visibility,
    });
  });

  test.each([
    `texte${word}`,
    `${word} 单伟`,
    `${word} shan`,
    `${word} gz`,
    `${word} agroalimentaire`,
  ])("%s finds it only for those who see it", async (q) => {
    expect(await total(viewer, q)).toBe(isOpen ? 1 : 0);
    expect(await total(moderator, q)).toBe(isOpenToTeam ? 1 : 0);
  });

  test("filters and their counts keep to it", async () => {
    for (const [who, seesIt] of [
      [viewer, isOpen],
      [moderator, isOpenToTeam],
    ] as const) {
      expect(await total(who, word, { sector: "agrifood" })).toBe(seesIt ? 1 : 0);
      expect(await total(who, word, { city: ["guangzhou", "shanghai"] })).toBe(seesIt ? 1 : 0);
      const { sectors, cities } = await list(who, word);
      expect([sectors.length, cities.length]).toEqual(seesIt ? [1, 1] : [0, 0]);
    }
  });

  test("cards carry it only for those who see it", async () => {
    const [card] = (await list(viewer, word)).members;
    expect(card?.sectors).toEqual(isOpen ? ["Agriculture et agroalimentaire"] : []);
    expect(card?.name.other).toBe(isOpen ? "单伟" : null);
    const [own] = (await list(owner, word)).members;
    expect(own?.cities).toEqual(["Canton"]);
  });
});

describe("who is listed", () => {
  test.each(["pending", "suspended", "left"] as const)("no %s member", async (status) => {
    await makeSearched({ familyName: `Absent${status}` }, { status });
    expect(await total(viewer, `Absent${status}`)).toBe(0);
    expect(await total(moderator, `Absent${status}`)).toBe(0);
  });

  test("a member whose membership has lapsed", async () => {
    const lapsed = await makeSearched({ familyName: "Presentlapsed" }, { status: "lapsed" });
    expect(await total(viewer, "Presentlapsed")).toBe(1);
    expect(await total({ ...lapsed, status: "lapsed" }, "Presentlapsed")).toBe(1);
  });

  test("nobody, for those who are not active themselves", async () => {
    const suspended = await makeSearched({ familyName: "Seul" }, { status: "suspended" });
    const { total: found, sectors, cities } = await list(suspended, "");
    expect([found, sectors, cities]).toEqual([0, [], []]);
  });
});

describe("filters", () => {
  beforeAll(async () => {
    await makeSearched({ familyName: "Trieur Un", sectors: ["agrifood"], cities: ["guangzhou"] });
    await makeSearched({
      familyName: "Trieur Deux",
      sectors: ["energy", "agrifood"],
      cities: ["shanghai"],
    });
    await makeSearched({ familyName: "Trieur Trois", sectors: ["energy"], cities: ["guangzhou"] });
  });

  test.each<[Record<string, string | string[]>, number]>([
    [{}, 3],
    [{ sector: "agrifood" }, 2],
    [{ sector: ["agrifood", "energy"] }, 3],
    [{ sector: "agrifood", city: "guangzhou" }, 1],
    [{ sector: ["agrifood", "energy"], city: "guangzhou" }, 2],
    [{ city: "chengdu" }, 0],
  ])("%j", async (asked, expected) => {
    expect(await total(viewer, "trieur", asked)).toBe(expected);
  });

  test("each count is what choosing it would find", async () => {
    const { sectors, cities } = await list(viewer, "trieur", { sector: "energy" });
    expect(Object.fromEntries(sectors.map((one) => [one.value, one.count]))).toEqual({
      agrifood: 2,
      energy: 2,
    });
    for (const { value, count } of cities) {
      expect(await total(viewer, "trieur", { sector: "energy", city: value })).toBe(count);
    }
  });

  test("an empty result says what to let go", async () => {
    const asked = { sector: "energy", city: "chengdu" };
    const { without } = await list(viewer, "trieur", asked);
    expect(without).toEqual([{ filter: "cities", total: 2 }]);
    const { without: unknownWord } = await list(viewer, "trieur xyzzy", { sector: "energy" });
    expect(unknownWord.map(({ filter }) => filter)).toEqual(["q"]);
  });
});

describe("order", () => {
  beforeAll(async () => {
    await makeSearched({ familyName: "Ordre Zola" }, {}, "2020-01-01");
    await makeSearched({ familyName: "Ordre Élan", nameZh: "周明" }, {}, "2021-01-01");
    await makeSearched({ familyName: "Ordre Eluard", nameZh: "曾明" }, {}, "2019-01-01");
    await makeSearched(
      { familyName: "Ordre Bac", nameZh: "阿明", visibility: { nameZh: "self" } },
      {},
      "2018-01-01",
    );
  });

  const names = async (asked: Record<string, string>, locale: "fr" | "zh") => {
    const { members } = await list(viewer, "ordre", asked, locale);
    return members.map(({ name }) => name.text.replace(/\w+ Ordre /, ""));
  };

  test("by name as French sorts it, and in Chinese by pinyin with surnames read as such", async () => {
    expect((await names({}, "fr")).map((name) => name.split(" ").at(-1))).toEqual([
      "Bac",
      "Élan",
      "Eluard",
      "Zola",
    ]);
    expect(await names({}, "zh")).toEqual([
      expect.stringContaining("Bac"),
      expect.stringContaining("Zola"),
      "曾明",
      "周明",
    ]);
  });

  test("by the day they joined", async () => {
    const shown = await names({ sort: "recent" }, "fr");
    expect(shown.map((name) => name.split(" ").at(-1))).toEqual(["Élan", "Zola", "Eluard", "Bac"]);
  });
});

describe("order of names that are read or written in their own way", () => {
  beforeAll(async () => {
    for (const [familyName, nameZh] of [
      ["Shan", "单伟"],
      ["Wang", "王博"],
      ["Wang", "汪晨"],
      ["Wang", "王安"],
      ["Zeng", "曾明"],
      ["Qiu", "仇英"],
      ["Xie", "解缙"],
      ["Ouyang", "欧阳娜娜"],
      ["Lü", "吕安"],
      ["Lu", "卢布"],
      ["Luan", "栾平"],
      ["Vernoux", "阿加特·韦尔努"],
      ["Xavier", null],
      ["Œuvrard", null],
      ["Odin", null],
      ["Olive", null],
      ["Straß", null],
      ["Strasser", null],
      ["Élan", null],
      ["Etienne", null],
      ["O'Brien", null],
    ] as const) {
      await makeSearched({ familyName, givenName: "Rang", nameZh });
    }
  });

  const inOrder = async (locale: "fr" | "en" | "zh") => {
    const { members } = await list(viewer, "rang", {}, locale);
    return members.map(({ name }) => name.text.replace(`Rang ${club}`, "").trim());
  };

  test.each(["fr", "en"] as const)(
    "in %s by family name, accents last, Œ as oe, ß as ss",
    async (locale) => {
      expect((await inOrder(locale)).join(" ")).toBe(
        "Élan Etienne Lu Lü Luan O'Brien Odin Œuvrard Olive Ouyang Qiu Shan Straß Strasser Vernoux" +
          " Wang Wang Wang Xavier Xie Zeng",
      );
    },
  );

  test("in Chinese by pinyin, one surname together, foreign names among them by their letters", async () => {
    expect((await inOrder("zh")).join(" ")).toBe(
      "阿加特·韦尔努 Élan Etienne 卢布 吕安 栾平 O'Brien Odin Œuvrard Olive 欧阳娜娜 仇英 单伟" +
        " Straß Strasser 汪晨 王安 王博 Xavier 解缙 曾明",
    );
  });
});

test("pages of 24, and a page too far shows the last", async () => {
  await Promise.all(
    Array.from({ length: 25 }, (_, index) => makeSearched({ familyName: `Feuille ${index}` })),
  );
  const first = await list(viewer, "feuille");
  const last = await list(viewer, "feuille", { page: "99" });
  expect([first.members.length, last.members.length]).toEqual([24, 1]);
  expect([first.pageCount, last.page, last.total]).toEqual([2, 2, 25]);
  expect(new Set([...first.members, ...last.members].map(({ slug }) => slug)).size).toBe(25);
});

test("newcomers since an instant, without oneself, those announced and old members", async () => {
  const since = new Date(Date.now() - 60_000);
  const fresh = await makeSearched({ familyName: "Nouvelle" }, {}, "2099-05-01");
  const old = await makeSearched({ familyName: "Ancienne" }, {}, "2014-11-20");
  const slugs = async (who: Member, from = since) =>
    (await listNewMembers(who, from, "fr")).members.map(({ slug }) => slug);
  expect(await slugs(viewer)).toContain(fresh.memberSlug);
  expect(await slugs(viewer)).not.toContain(old.memberSlug);
  expect(await slugs(fresh)).not.toContain(fresh.memberSlug);
  expect(await slugs(viewer, new Date(Date.now() + 86_400_000))).toEqual([]);
});
