import { describe, expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { askAddress, openingWords, readAbout } from "./about";
import { WORDS_MAX } from "./introduction-limits";
import { askIntroductionInput } from "./schema";

describe("what one came from", () => {
  test("is read as the address says it", () => {
    const about = { kind: "project", slug: "castings" } as const;
    const said = new URL(askAddress("mei-lin", about), "https://club.example").searchParams;
    expect([said.get("to"), readAbout(said.get("about") ?? "")]).toEqual(["mei-lin", about]);
    expect(askAddress("mei-lin")).toBe("/introductions/new?to=mei-lin");
  });

  test.each([
    undefined,
    "",
    "project",
    "project/",
    "member/mei-lin",
    "project/a/b",
    "project/%2e%2e",
    "project/Ä b",
  ])("%j is nothing", (value) => expect(readAbout(value)).toBeNull());
});

const memberId = "00000000-0000-7000-8000-000000000000";
const KINDS = ["project", "ownProject", "activity", "organisation"] as const;

describe.each(LOCALES)("a first message in %s", (locale) => {
  test.each(KINDS)("about a thing (%s) with the shortest title can be sent as it is", (kind) => {
    const words = openingWords({ kind, title: "丝" }, locale);
    expect(askIntroductionInput.safeParse({ memberId, locale, words }).success).toBe(true);
    expect(words).not.toMatch(/ {2}|\{|\s$/u);
  });

  test("says why where there is room, and is never too long", () => {
    const title = "T".repeat(160);
    const say = (reason: string) => openingWords({ kind: "ownProject", title, reason }, locale);
    expect(say("Nous avons un secteur en commun.")).toContain("commun.");
    const long = say("x".repeat(WORDS_MAX));
    expect([long.includes("xx"), long.length <= WORDS_MAX]).toEqual([false, true]);
  });
});
