import { describe, expect, test } from "vitest";
import { listCompleteSections } from "@/lib/entries/missing-fields";
import { readStored } from "@/lib/entries/stored-entry";
import { listGaps } from "./completeness";
import { PROJECT } from "./project";
import { postProjectInput, saveProjectInput, setLevelsInput, setProgressInput } from "./schema";

const ID = "0198c0de-0000-7000-8000-000000000001";
const levels = { textLevel: "members", ownerLevel: "contacts" };
const head = { projectId: ID, version: "1", slug: "silk" };
const read = { projectId: ID, version: 1, slug: "silk" };

/** What each section of the editor sends at least. */
const EMPTY = {
  essentials: { originalLocale: "fr" },
  text: {},
  partner: {},
  practical: { progress: "idea" },
};
type Step = keyof typeof EMPTY;

const save = (step: Step, change: object) =>
  saveProjectInput.safeParse({ step, ...head, ...EMPTY[step], ...change });

function refusals(result: {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] };
}) {
  // Of two on one field the first is told, as by the door.
  const issues = result.error?.issues.toReversed() ?? [];
  return Object.fromEntries(issues.map((issue) => [issue.path.join("."), issue.message]));
}

describe("a draft may be as good as empty", () => {
  test.each<[Step, object]>([
    [
      "essentials",
      {
        originalLocale: "fr",
        profileType: null,
        kind: null,
        title: {},
        teaser: {},
        sectors: [],
      },
    ],
    ["text", { summary: {}, offered: {}, sought: {}, advantages: {} }],
    ["partner", { partnerRole: null, partnerKinds: [], partnershipTypes: [], partnerTask: {} }],
    [
      "practical",
      {
        developmentStage: null,
        ipStatuses: [],
        cities: [],
        languages: [],
        budgetBand: null,
        startsOn: null,
        deadline: null,
        progress: "idea",
        acceptingInterests: false,
      },
    ],
  ])("%s", (step, fields) => {
    const target = { step, ...read, intent: "continue", confirmed: [] };
    expect(save(step, {}).data).toEqual({ ...target, ...fields });
  });

  test("levels", () => {
    expect(setLevelsInput.parse({ ...head, ...levels })).toEqual({ ...read, ...levels });
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
    const [name] = Object.keys(change);
    const { section } = PROJECT[name as keyof typeof PROJECT];
    expect(refusals(save(section as Step, change))).toEqual(expected);
  });

  test.each(["moderation", "ownerId", "publishedAt", "searchPublic", "id"])(
    "unknown key %s",
    (key) => {
      for (const step of Object.keys(EMPTY) as Step[]) {
        expect(save(step, {}).success).toBe(true);
        expect(save(step, { [key]: "published" }).success).toBe(false);
      }
    },
  );
});

test("the address that a section sends is no field of its content", () => {
  expect(PROJECT).not.toHaveProperty("slug");
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

describe("the first page", () => {
  const zh = {
    intent: "submit",
    profileType: "rd-request",
    originalLocale: "zh",
    title: " 双城 丝缘 ",
    sought: "寻".repeat(14),
    offered: "供".repeat(14),
    deadline: "",
    isNamed: "on",
  };

  test("four answers are enough", () => {
    const { deadline, isNamed, title } = postProjectInput.parse(zh);
    expect({ deadline, isNamed, title }).toEqual({
      deadline: null,
      isNamed: true,
      title: "双城 丝缘",
    });
  });

  test("all that is missing is told at once", () => {
    expect(refusals(postProjectInput.safeParse({ intent: "submit" }))).toEqual({
      profileType: "notChosen",
      originalLocale: "notChosen",
      title: "required",
      sought: "required",
      offered: "required",
    });
  });

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ["a title of three characters", { title: "丝缘城" }, { title: "tooShort" }],
    ["a title of nine letters", { title: "Soie grèg" }, { title: "tooShort" }],
    ["thirteen characters", { sought: "寻".repeat(13) }, { sought: "tooShort" }],
    ["39 letters", { offered: "é".repeat(39) }, { offered: "tooShort" }],
    ["too much", { offered: "é".repeat(1501) }, { offered: "tooLong" }],
    ["a title of two lines", { title: "Soie\ngrège de Lyon" }, { title: "oneLine" }],
    ["a day that has passed", { deadline: "2020-01-01" }, { deadline: "dayPassed" }],
    ["a day too far", { deadline: "2190-01-01" }, { deadline: "deadlineTooFar" }],
    ["a day that does not exist", { deadline: "2027-02-30" }, { deadline: "notADate" }],
    ["a passed one that did not", { deadline: "2020-02-30" }, { deadline: "notADate" }],
    ["what is no day", { deadline: "mars 2027" }, { deadline: "notADate" }],
  ])("refuses %s", (_, change, expected) => {
    expect(refusals(postProjectInput.safeParse({ ...zh, ...change }))).toEqual(expected);
  });

  test("a draft keeps what there is, once it has a title and a type", () => {
    const draft = { ...zh, intent: "draft", title: "丝", sought: "", offered: "供" };
    expect(postProjectInput.parse(draft)).toMatchObject({ sought: "", offered: "供" });
    expect(refusals(postProjectInput.safeParse({ ...draft, title: " " }))).toEqual({
      title: "required",
    });
  });

  test.each([{ ownerLevel: "members" }, { moderation: "published" }, { intent: "publish" }])(
    "refuses %j",
    (more) => {
      expect(postProjectInput.safeParse({ ...zh, ...more }).success).toBe(false);
    },
  );
});

test("interests are accepted when ticked", () => {
  const input = { ...head, progress: "paused" };
  expect(setProgressInput.parse(input).acceptingInterests).toBe(false);
  expect(setProgressInput.parse({ ...input, acceptingInterests: "on" }).acceptingInterests).toBe(
    true,
  );
});

describe("what is missing", () => {
  const complete = readStored(PROJECT, {
    ...levels,
    progress: "idea",
    originalLocale: "zh",
    profileType: "rd-request",
    kind: "rd-project",
    sectors: ["energy"],
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
    expect(listGaps({ ...complete, originalLocale: "fr" }, "2027-01-01")).toEqual([
      { field: "title.fr", section: "essentials", code: "originalNeeded" },
      { field: "offered.fr", section: "text", code: "originalNeeded" },
      { field: "sought.fr", section: "text", code: "originalNeeded" },
    ]);
  });

  test("type, a day that is still ahead", () => {
    const bare = { ...complete, profileType: null };
    expect(listGaps(bare, "2027-02-01").map(({ field, code }) => `${field} ${code}`)).toEqual([
      "profileType notChosen",
      "deadline dayPassed",
    ]);
  });

  test("nothing of what the first page leaves out", () => {
    const posted = { ...complete, kind: null, teaser: {}, sectors: [], summary: {} };
    expect(listGaps(posted, "2027-01-31")).toEqual([]);
  });

  test("sections that may stay empty are complete once they hold something", () => {
    expect(listCompleteSections(PROJECT, complete, listGaps(complete, "2027-01-01"))).toEqual([
      "essentials",
      "text",
      "practical",
    ]);
    const asked = { ...complete, deadline: null, partnerRole: "expert", sought: {} };
    expect(listCompleteSections(PROJECT, asked, listGaps(asked, "2027-01-01"))).toEqual([
      "essentials",
      "partner",
    ]);
  });
});
