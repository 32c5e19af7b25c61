import { describe, expect, test } from "vitest";
import { ASKED_CONSENTS } from "./asked-choices";
import { FORM_GROUPS, FORM_STEPS } from "./form-steps";
import {
  answerQuestionInput,
  STEP_ANSWERS,
  saveAnswersInput,
  startApplicationInput,
} from "./schema";

const target = {
  applicationId: "0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f",
  version: "3",
  intent: "continue",
};

const parse = (step: string, answers: Record<string, unknown>) =>
  saveAnswersInput.safeParse({ step, ...target, ...answers });

/** What the club asks, in its order. */
const FIELDS =
  "legal-name chinese-name organisation-kind registration-id head-office headcount sectors website pitch " +
  "family-name given-name name-in-chinese job-title email phone wechat-id languages " +
  "activity-kinds activity-stage cities expectations contribution " +
  "sponsor category charter directory-consent privacy";

/** Those that have another name here; the address is the one the link went to. */
const NAMES: Record<string, string> = {
  "organisation-kind": "organisationKind",
  "registration-id": "registrationId",
  "name-in-chinese": "nameZh",
  "wechat-id": "wechat",
  "directory-consent": "members-directory",
  privacy: "privacy-notice",
};

test("every field of the club's form is asked", () => {
  const fields = FIELDS.split(" ");
  expect(fields).toHaveLength(27);
  const asked = new Set([
    ...Object.values(STEP_ANSWERS).flatMap((answers) => Object.keys(answers)),
    ...ASKED_CONSENTS,
    ...Object.keys(startApplicationInput.shape),
  ]);
  const camel = (slug: string) => slug.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  expect(fields.filter((slug) => !asked.has(NAMES[slug] ?? camel(slug)))).toEqual([]);
});

test("no page asks more than six things, and every page belongs to one group", () => {
  for (const answers of Object.values(STEP_ANSWERS)) {
    expect(Object.keys(answers).length).toBeLessThanOrEqual(6);
  }
  expect(Object.values(FORM_GROUPS).flat()).toEqual([...FORM_STEPS]);
});

describe("a draft keeps whatever is typed", () => {
  test.each([
    ["identity", { familyName: "", nameZh: "Lin", jobTitle: { fr: "x".repeat(300) } }],
    ["contact", { phone: "call me", wechat: "林" }],
    ["organisation", { legalName: "O'Brien & Søn 欧阳𠮷", country: "", organisationKind: "" }],
    ["registration", { registrationId: "12", website: "nowhere", headOfficeElsewhere: "" }],
    ["presentation", { pitch: { zh: "字".repeat(3000) }, sectors: ["health-biotech", "agrifood"] }],
    ["china", {}],
    ["needs", { expectations: "字".repeat(3000), contribution: "a\n\nb" }],
    ["references", { sponsor: "林美桦", category: "" }],
  ])("%s", (step, answers) => {
    expect(parse(step, answers).error?.issues ?? []).toEqual([]);
  });

  test("a box of the charter page that is not ticked is no consent", () => {
    const versions = Object.fromEntries(ASKED_CONSENTS.map((purpose) => [purpose, "2"]));
    const sent = parse("charter", { charter: "on", "transfer-to-france": "on", versions });
    const consents = ["charter", "transfer-to-france"].map((purpose) => ({ purpose, version: 2 }));
    expect(sent.data).toMatchObject({ consents });
  });
});

describe("but not what no page can send", () => {
  test.each([
    ["identity", { familyName: "a\0b" }, "unreadableCharacters"],
    ["identity", { familyName: "\ud800" }, "unreadableCharacters"],
    ["identity", { givenName: "two\nlines" }, "oneLine"],
    ["identity", { nameOrder: "random" }, "notInList"],
    ["identity", { languages: ["fr", "klingon"] }, "notInList"],
    ["identity", { familyName: "x".repeat(401) }, "tooLong"],
    ["organisation", { country: "atlantis" }, "notInList"],
    ["organisation", { organisationKind: "guild" }, "notInList"],
    ["registration", { headOffice: "paris" }, "notInList"],
    ["registration", { headcount: "many" }, "notInList"],
    ["presentation", { sectors: ["alchemy"] }, "notInList"],
    ["china", { activityKinds: ["smuggling"] }, "notInList"],
    ["china", { activityStage: "done" }, "notInList"],
    ["china", { cities: ["atlantis"] }, "notInList"],
    ["references", { category: "honorary" }, "notInList"],
    ["needs", { expectations: "x".repeat(4001) }, "tooLong"],
  ])("%s %j", (step, answers, code) => {
    expect(parse(step, answers).error?.issues.map(({ message }) => message)).toEqual([code]);
  });

  test.each([
    ["identity", { state: "approved" }],
    ["identity", { consents: ["charter"] }],
    ["references", { email: "other@example.org" }],
    ["nowhere", {}],
  ])("%s with %j", (step, answers) => {
    expect(parse(step, answers).success).toBe(false);
  });
});

describe("starting", () => {
  test.each([
    ["LIN@Example.org ", "lin@example.org"],
    ["ｌｉｎ@example.org", "lin@example.org"],
  ])("%j is the address %s", (email, expected) => {
    expect(startApplicationInput.parse({ email }).email).toBe(expected);
  });

  test.each(["", "lin", "lin＠example.org", "a@b.org, c@d.org", '"x y"@example.org'])(
    "%j is refused",
    (email) => {
      expect(startApplicationInput.safeParse({ email }).success).toBe(false);
    },
  );
});

test.each([
  ["", "required"],
  [" \n ", "required"],
  ["字".repeat(2001), "tooLong"],
])("an answer of %j is refused", (words, code) => {
  const { intent: _, ...version } = target;
  const { error } = answerQuestionInput.safeParse({ ...version, words });
  expect(error?.issues.map(({ message }) => message)).toEqual([code]);
});
