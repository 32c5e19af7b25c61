import { expect, test } from "vitest";
import { searchPatterns } from "@/lib/search/search-words";
import { buildActivitySearch } from "./search-text";

const activity = {
  title: { fr: "Économie du thé", zh: "茶叶采购" },
  summary: { en: "Two harvests a year" },
  kind: "sourcing",
  sectors: ["energy"],
  cities: ["guangzhou"],
  partner: "南沙茶厂 (Nansha Tea)",
};

const { searchText, searchMembers } = buildActivitySearch(activity);

const finds = (line: string, q: string) =>
  searchPatterns(q).every((pattern) => {
    const inner = pattern.slice(1, -1);
    return line.includes(inner);
  });

test.each([
  "economie",
  "thé",
  "茶叶",
  "茶葉",
  "harvest",
  "gz",
  "guangzhou",
  "guang zhou",
  "廣州",
  "Canton",
])("visitors find it by %s", (q) => {
  expect(finds(searchText, q)).toBe(true);
});

test.each(["南沙", "nansha", "nansha tea"])("only members find it by its partner: %s", (q) => {
  expect(finds(searchMembers, q)).toBe(true);
  expect(finds(searchText, q)).toBe(false);
});

test("members find all that visitors find", () => {
  for (const word of searchText.trim().split(" ")) expect(searchMembers).toContain(` ${word} `);
});
