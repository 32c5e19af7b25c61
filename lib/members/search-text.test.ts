import { describe, expect, test } from "vitest";
import { PAGE_VISIBILITIES, VISIBILITIES, type Visibility } from "@/db/enums";
import { searchPatterns } from "@/lib/search/search-words";
import { buildMemberSearch, type SearchedMember } from "./search-text";

const wang: SearchedMember = {
  familyName: "Wang",
  givenName: "Wei",
  nameZh: "王伟",
  jobTitle: { fr: "Directrice" },
  bio: { fr: "Vingt ans d’économie circulaire.", zh: "从事循环经济二十年。" },
  offers: {},
  needs: {},
  languages: ["yue"],
  sectors: ["agrifood"],
  cities: ["guangzhou"],
};

const found = (line: string, query: string) =>
  searchPatterns(query).every((pattern) => line.includes(pattern.replaceAll("%", "")));

describe("a person is found", () => {
  const { searchNames } = buildMemberSearch(wang);
  test.each(["Wang Wei", "WEI Wang", "王伟", "wangwei", "weiwang", "ww", "wáng"])(
    "by %s",
    (query) => {
      expect(found(searchNames, query)).toBe(true);
    },
  );

  test.each([
    ["单伟", "shan", "dan"],
    ["曾明", "zeng", "ceng"],
    ["吕布", "lyu", "lo"],
  ])("%s by %s, not by %s", (nameZh, right, wrong) => {
    const line = buildMemberSearch({
      ...wang,
      familyName: "X",
      givenName: "Y",
      nameZh,
    }).searchNames;
    expect(found(line, right)).toBe(true);
    expect(found(line, wrong)).toBe(false);
  });

  test.each(["O'Brien", "obrien", "o’brien"])("O'Brien by %s", (query) => {
    const line = buildMemberSearch({ ...wang, familyName: "O'Brien" }).searchNames;
    expect(found(line, query)).toBe(true);
  });
});

describe("吴佳绫 is found however she is typed", () => {
  const queries = ["wu", "jialing", "wu jialing", "jialing wu", "wujialing", "jialingwu", "wjl"];
  const named = (familyName: string, givenName: string, nameZh: string | null) =>
    buildMemberSearch({ ...wang, familyName, givenName, nameZh }).searchNames;

  test.each([...queries, "吴", "佳绫", "吴佳绫"])("by %s", (query) => {
    expect(found(named("Wu", "Jialing", "吴佳绫"), query)).toBe(true);
    expect(found(named("Ng", "Kar Ling", "吴佳绫"), query)).toBe(true);
    expect(found(named("吴", "佳绫", null), query)).toBe(true);
  });

  test("in traditional characters, the surname read as one", () => {
    expect(found(named("X", "Y", "單偉"), "shan wei")).toBe(true);
    expect(found(named("X", "Y", "單偉"), "dan")).toBe(false);
  });
});

describe("a profile is found by its texts and labels in any language", () => {
  const { searchMembers } = buildMemberSearch(wang, {
    name: { fr: "Lyon Eaux", zh: "里昂水务" },
    visibility: "members",
  });
  test.each([
    "economie",
    "循环经济",
    "guangzhou",
    "guang zhou",
    "gz",
    "广州",
    "Canton",
    "农业",
    "agroalimentaire",
    "cantonais",
    "粤语",
    "里昂水务",
    "shui wu",
    "lyon eaux",
  ])("%s", (query) => {
    expect(found(searchMembers, query)).toBe(true);
  });
});

describe("what is hidden stands in no column of those who may not see it", () => {
  const canary = (visibility: Record<string, Visibility>) =>
    buildMemberSearch({ ...wang, bio: { fr: "canari" }, nameZh: "黄莺", visibility });

  test.each(VISIBILITIES)("a text for %s", (level) => {
    const { searchMembers, searchTeam } = canary({ bio: level });
    expect(searchMembers.includes("canari")).toBe(["public", "members"].includes(level));
    expect(searchTeam.includes("canari")).toBe(["public", "members", "team"].includes(level));
  });

  test.each(VISIBILITIES)("the Chinese name for %s", (level) => {
    const { searchNames, searchTeam, sortPinyin } = canary({ nameZh: level });
    const isOpen = ["public", "members"].includes(level);
    for (const form of ["黄莺", "huang", "hy"]) expect(searchNames.includes(form)).toBe(isOpen);
    expect(searchTeam.includes("huang")).toBe(level === "team");
    expect(sortPinyin).toBe(isOpen ? "huang2 黄 ying1 莺" : "Wang Wei");
  });

  test.each(PAGE_VISIBILITIES)("the name of an organisation for %s", (visibility) => {
    const organisation = { name: { fr: "Canari", zh: "黄莺" }, visibility };
    const lines = (level: Visibility) =>
      buildMemberSearch({ ...wang, visibility: { organisation: level } }, organisation);
    for (const form of ["canari", "黄莺", "huang"]) {
      expect(lines("public").searchMembers.includes(form)).toBe(
        ["public", "members"].includes(visibility),
      );
      expect(lines("public").searchTeam.includes(form)).toBe(visibility !== "self");
      expect(lines("team").searchMembers).not.toContain(form);
      expect(lines("team").searchTeam.includes(form)).toBe(visibility !== "self");
      expect(lines("contacts").searchTeam).not.toContain(form);
    }
  });

  test("cities and sectors with all their names and readings", () => {
    const { searchMembers } = canary({ cities: "contacts", sectors: "self", languages: "team" });
    for (const query of ["guangzhou", "gz", "广州", "agroalimentaire", "yue"]) {
      expect(found(searchMembers, query)).toBe(false);
    }
  });
});

test.each([null, "", "Wei"])(
  "people whose Chinese name is %s are sorted by their own",
  (nameZh) => {
    const { sortLatin, sortPinyin } = buildMemberSearch({ ...wang, nameZh });
    expect([sortLatin, sortPinyin]).toEqual(["Wang Wei", "Wang Wei"]);
  },
);
