import { expect, test } from "vitest";
import { whoWeAre } from "./who-we-are";

const profile = {
  jobTitle: { fr: "Directrice", zh: "总经理" },
  bio: { fr: "Nous tissons.", zh: "我们从事织造。" },
  originalLocale: "fr",
} as const;

test("in the reader's language, without a name", () => {
  const self = { profile, organisation: { kind: "sme" } };
  expect(whoWeAre(self, "fr")).toBe("PME ou TPE. Fonction\u00a0: Directrice.\n\nNous tissons.");
  expect(whoWeAre(self, "zh")).toContain("。职务：总经理。\n\n我们从事织造。");
});

test("nothing of nothing, and never more than an answer may hold", () => {
  expect(whoWeAre({ profile: null, organisation: null }, "fr")).toBe("");
  const long = { ...profile, bio: { fr: "𠮷".repeat(2000) } };
  expect(Array.from(whoWeAre({ profile: long, organisation: null }, "fr"))).toHaveLength(600);
});
