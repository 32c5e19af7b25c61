import { describe, expect, test } from "vitest";
import { searchPatterns } from "@/lib/search/search-words";
import { buildOrganisationSearch, nameKeys } from "./names";

const shareKey = (one: string[], other: string[]) => {
  const keys = nameKeys(one);
  return nameKeys(other).some((key) => keys.includes(key));
};

describe("one organisation under two spellings", () => {
  test.each([
    [["Soierie Montbrelant"], ["SARL Soierie Montbrelant"]],
    [["Soierie Montbrelant"], ["soierie montbrelant S.A.R.L."]],
    [["Soierie Montbrelant", "蒙布勒朗丝织坊"], ["蒙布勒朗丝织坊"]],
    [["蒙布勒朗丝织坊"], ["蒙布勒朗絲織坊"]],
    [["广州粤海贸易有限公司"], ["廣州粵海貿易有限公司"]],
    [["广州粤海贸易有限公司"], ["广州粤海贸易"]],
    [["粤海贸易（广州）有限公司"], ["粤海贸易(广州)有限公司"]],
    [["广州粤海贸易有限公司"], ["Guangzhou Yuehai Maoyi Youxian Gongsi"]],
    [["广州粤海贸易有限公司"], ["Guangzhou Yue Hai Mao Yi Co., Ltd"]],
    [["重庆长江集团股份有限公司"], ["Chongqing Changjiang Jituan"]],
    [["Rhône Process Systems SAS"], ["RHONE PROCESS SYSTEMS"]],
    [["Yuehai Trading Co., Ltd."], ["Yuehai Trading Limited"]],
    [["L’Atelier d’Ambre"], ["L'Atelier d'Ambre"]],
  ])("%j and %j", (one, other) => {
    expect(shareKey(one, other)).toBe(true);
  });
});

describe("two organisations", () => {
  test.each([
    // A translation is no spelling: only the Chinese name that the organisation gives itself tells.
    [["Guangzhou Yuehai Trading Co., Ltd"], ["广州粤海贸易有限公司"]],
    [["Soierie Montbrelant"], ["蒙布勒朗丝织坊"]],
    [["Soierie Montbrelant"], ["Soierie Montbrelant Asia"]],
    [["Société Coignet"], ["Coignet"]],
    [["广州粤海贸易有限公司"], ["深圳粤海贸易有限公司"]],
  ])("%j and %j", (one, other) => {
    expect(shareKey(one, other)).toBe(false);
  });
});

test.each([
  [["有限公司"], ["youxiangongsi", "有限公司"]],
  [["SA"], ["sa"]],
  [["", " ", "—"], []],
  [["Lyon 里昂"], ["lyonliang", "lyon里昂"]],
  [["Atelier", "ATELIER"], ["atelier"]],
])("the keys of %j are %j", (names, keys) => {
  expect(nameKeys(names)).toEqual(keys);
});

describe("an organisation is found", () => {
  const { searchText } = buildOrganisationSearch({
    name: { fr: "Soierie Montbrelant", zh: "蒙布勒朗丝织坊" },
    place: "lyon-1",
    sites: ["guangzhou"],
    sectors: ["textile-fashion"],
  });
  const finds = (query: string) =>
    searchPatterns(query).every((pattern) => searchText.includes(pattern.replaceAll("%", "")));

  test.each([
    "soierie",
    "MONTBRELANT soierie",
    "soieriemontbrelant",
    "sm",
    "蒙布勒朗",
    "絲織",
    "meng bu",
    "mengbulelangsizhifang",
    "mbllszf",
    "guangzhou",
    "canton",
    "廣州",
    "gz",
    "里昂",
  ])("by %s", (query) => {
    expect(finds(query)).toBe(true);
  });

  test.each(["shanghai", "brelant", "yuehai"])("not by %s", (query) => {
    expect(finds(query)).toBe(false);
  });
});

describe("an organisation is sorted", () => {
  const sorted = (name: Parameters<typeof buildOrganisationSearch>[0]["name"]) => {
    const { sortLatin, sortPinyin } = buildOrganisationSearch({ name, place: null, sectors: [] });
    return [sortLatin, sortPinyin];
  };

  test.each([
    [{ fr: "Métropole", en: "Metropolis" }, ["Métropole", "Metropolis"]],
    [{ zh: "广州粤海" }, ["guang zhou yue hai", "guang zhou yue hai 广州粤海"]],
    [{ en: "Yuehai", zh: "粤海" }, ["Yuehai", "yue hai 粤海"]],
  ])("%j", (name, keys) => {
    expect(sorted(name)).toEqual(keys);
  });
});
