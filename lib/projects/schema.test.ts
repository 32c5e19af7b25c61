import { describe, expect, test } from "vitest";
import { listCompleteSections } from "@/lib/entries/missing-fields";
import { listGaps } from "./completeness";
import { PROJECT } from "./project";
import { draftProjectInput, projectContent, saveProjectInput, setProgressInput } from "./schema";

const ID = "0198c0de-0000-7000-8000-000000000001";
const levels = { textLevel: "members", ownerLevel: "contacts" };
const empty = { originalLocale: "fr", progress: "idea", ...levels };
const head = { projectId: ID, version: "1", slug: "silk" };

function refusals(result: {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] };
}) {
  const issues = result.error?.issues ?? [];
  return Object.fromEntries(issues.map((issue) => [issue.path.join("."), issue.message]));
}

test("a draft may be as good as empty", () => {
  expect(projectContent.parse(empty)).toEqual({
    originalLocale: "fr",
    profileType: null,
    kind: null,
    title: {},
    teaser: {},
    sectors: [],
    summary: {},
    offered: {},
    sought: {},
    advantages: {},
    partnerRole: null,
    partnerKinds: [],
    partnershipTypes: [],
    partnerTask: {},
    developmentStage: null,
    ipStatuses: [],
    cities: [],
    languages: [],
    budgetBand: null,
    startsOn: null,
    deadline: null,
    progress: "idea",
    acceptingInterests: false,
    ...levels,
  });
});

describe("content that is refused", () => {
  test.each<[string, Record<string, unknown>, Record<string, string>]>([
    ["a title too long", { title: { fr: "a".repeat(121) } }, { "title.fr": "tooLong" }],
    ["a title of two lines", { title: { zh: "丝\n绸" } }, { "title.zh": "oneLine" }],
    ["a teaser too long", { teaser: { en: "a".repeat(501) } }, { "teaser.en": "tooLong" }],
    ["a summary too long", { summary: { fr: "é".repeat(2001) } }, { "summary.fr": "tooLong" }],
    ["NUL", { sought: { fr: "a\0" } }, { "sought.fr": "unreadableCharacters" }],
    ["half a character", { offered: { zh: "\udc00" } }, { "offered.zh": "unreadableCharacters" }],
    ["an unknown type", { profileType: "gift" }, { profileType: "notInList" }],
    ["an unknown kind", { kind: "alchemy" }, { kind: "notInList" }],
    ["an unknown sector", { sectors: ["energy", "alchemy"] }, { sectors: "notInList" }],
    ["a sector that is a city", { sectors: ["ningbo"] }, { sectors: "notInList" }],
    [
      "no protection and a patent",
      { ipStatuses: ["none", "patent-applied"] },
      { ipStatuses: "noneAlone" },
    ],
    ["a day that does not exist", { deadline: "2027-02-30" }, { deadline: "notADate" }],
    ["an unknown language", { originalLocale: "de" }, { originalLocale: "notInList" }],
    ["an unknown progress", { progress: "matched" }, { progress: "notInList" }],
  ])("%s", (_, change, expected) => {
    expect(refusals(projectContent.safeParse({ ...empty, ...change }))).toEqual(expected);
  });

  test.each(["moderation", "ownerId", "slug", "publishedAt", "searchPublic", "id"])(
    "unknown key %s",
    (key) => {
      expect(projectContent.safeParse({ ...empty, [key]: "published" }).success).toBe(false);
    },
  );
});

describe("one section of the editor", () => {
  test("keeps to its own fields", () => {
    const text = { step: "text", ...head, summary: { fr: "Soie" } };
    expect(saveProjectInput.parse(text)).toEqual({
      step: "text",
      projectId: ID,
      version: 1,
      slug: "silk",
      intent: "continue",
      confirmed: [],
      summary: { fr: "Soie" },
      offered: {},
      sought: {},
      advantages: {},
    });
    expect(saveProjectInput.safeParse({ ...text, title: { fr: "Soie" } }).success).toBe(false);
  });

  test.each<[string, Record<string, unknown>]>([
    ["no step", { ...head }],
    ["an unknown step", { step: "moderation", ...head }],
    ["another key", { step: "text", ...head, ownerId: ID }],
    ["a key that is none", { step: "text", ...head, projectId: "1" }],
    ["no version", { step: "text", projectId: ID, slug: "silk" }],
    ["an address that is none", { step: "text", ...head, slug: "//evil.example" }],
    ["an unknown intent", { step: "text", ...head, intent: "publish" }],
    ["a confirmation of nothing", { step: "text", ...head, confirmed: "slug.fr" }],
  ])("refuses %s", (_, input) => {
    expect(saveProjectInput.safeParse(input).success).toBe(false);
  });
});

test("a first title is one line of at most 120 characters", () => {
  const input = { profileType: "rd-request", originalLocale: "zh", title: " 双城 丝缘 " };
  expect(draftProjectInput.parse(input)).toMatchObject({ title: "双城 丝缘" });
  expect(refusals(draftProjectInput.safeParse({ ...input, title: " " }))).toEqual({
    title: "required",
  });
  expect(refusals(draftProjectInput.safeParse({}))).toEqual({
    profileType: "required",
    originalLocale: "required",
    title: "required",
  });
});

test("interests are accepted when ticked", () => {
  const input = { ...head, progress: "paused" };
  expect(setProgressInput.parse(input).acceptingInterests).toBe(false);
  expect(setProgressInput.parse({ ...input, acceptingInterests: "on" }).acceptingInterests).toBe(
    true,
  );
});

describe("what is missing", () => {
  const complete = projectContent.parse({
    ...empty,
    originalLocale: "zh",
    profileType: "rd-request",
    kind: "rd-project",
    sectors: "energy",
    title: { zh: "丝" },
    teaser: { zh: "丝" },
    summary: { zh: "丝" },
    offered: { zh: "丝" },
    sought: { zh: "丝" },
    deadline: "2027-01-31",
  });

  test("nothing", () => {
    expect(listGaps(complete, "2027-01-31")).toEqual([]);
    expect(listGaps({ ...complete, deadline: null }, "2030-01-01")).toEqual([]);
  });

  test("the original text, whatever its translations say", () => {
    expect(
      listGaps({ ...complete, originalLocale: "fr", summary: { fr: "Soie" } }, "2027-01-01"),
    ).toEqual([
      { field: "title.fr", section: "essentials", code: "originalNeeded" },
      { field: "teaser.fr", section: "essentials", code: "originalNeeded" },
      { field: "offered.fr", section: "text", code: "originalNeeded" },
      { field: "sought.fr", section: "text", code: "originalNeeded" },
    ]);
  });

  test("type, kind, a sector, a day that is still ahead", () => {
    const bare = { ...complete, profileType: null, kind: null, sectors: [] };
    expect(listGaps(bare, "2027-02-01").map(({ field, code }) => `${field} ${code}`)).toEqual([
      "profileType required",
      "kind required",
      "sectors required",
      "deadline dayPassed",
    ]);
  });

  test("sections that may stay empty are complete once they hold something", () => {
    expect(listCompleteSections(PROJECT, complete, listGaps(complete, "2027-01-01"))).toEqual([
      "essentials",
      "text",
      "practical",
    ]);
    const asked = { ...complete, deadline: null, partnerRole: "expert", summary: {} };
    expect(listCompleteSections(PROJECT, asked, listGaps(asked, "2027-01-01"))).toEqual([
      "essentials",
      "partner",
    ]);
  });
});
