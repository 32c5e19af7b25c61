import { expect, test } from "vitest";
import { type SideFacts, sideOf } from "./sides";

const lyon: SideFacts = {
  kind: "sme",
  country: "fr",
  parentUscc: null,
  place: "lyon-7",
  sites: [],
  isActiveInChina: false,
};

test.each<[string, Partial<SideFacts>, ReturnType<typeof sideOf>]>([
  ["a Lyon company without China", {}, null],
  ["a Lyon company with a site in Guangzhou", { sites: ["guangzhou"] }, "lyon-in-china"],
  ["a Lyon company with an activity in China", { isActiveInChina: true }, "lyon-in-china"],
  ["a company of the region", { place: "grenoble", sites: ["wuhan"] }, "lyon-in-china"],
  ["a site elsewhere in Lyon is not China", { sites: ["villeurbanne"] }, null],
  ["a French company seated elsewhere", { place: null, sites: ["guangzhou"] }, null],
  ["a French company seated in China", { place: "guangzhou", sites: ["lyon-2"] }, null],
  ["Chinese-owned, seated in Lyon", { kind: "chinese-company" }, "chinese-in-lyon"],
  ["with a Chinese parent", { parentUscc: "914401017661234567" }, "chinese-in-lyon"],
  ["Chinese with a site in Lyon", c("cn", "guangzhou", ["lyon-3"]), "chinese-in-lyon"],
  ["of Hong Kong with a site in Lyon", c("hk", "hong-kong", ["gerland"]), "chinese-in-lyon"],
  ["Chinese, only in China", c("cn", "guangzhou", ["foshan"]), null],
  ["a Lyon university with a campus in China", institution("university-school"), "institutions"],
  ["a Chinese association", { ...c("cn", "wuhan", []), kind: "association" }, "institutions"],
  ["a bank is a company", { kind: "bank-investor", sites: ["shanghai"] }, "lyon-in-china"],
])("%s", (_case, change, side) => {
  expect(sideOf({ ...lyon, ...change })).toBe(side);
});

function c(country: "cn" | "hk", place: string, sites: string[]): Partial<SideFacts> {
  return { country, place, sites };
}

function institution(kind: string): Partial<SideFacts> {
  return { kind, sites: ["guangzhou"] };
}
