import { describe, expect, test } from "vitest";
import { referenceItems } from "@/db/reference/lists";
import { today } from "@/lib/core/dates";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { yearOf } from "./activity-state";
import {
  addActivityInput,
  changeActivityInput,
  confirmActivityInput,
  removeActivityInput,
} from "./schema";

const year = yearOf(today());
const id = "7f0e1f60-6f4b-4d53-9c83-0d5be1b0a111";

const good = {
  kind: "rd-cooperation",
  direction: "both",
  stage: "operating",
  organisationId: id,
  headcountBand: "1-9",
  partner: " Nansha Tea ",
  sectors: ["energy", "machinery-metal"],
  cities: "guangzhou",
  since: "2019",
  until: "",
  ongoing: "on",
  originalLocale: "fr",
  title: { fr: "Thé", en: "" },
  summary: { fr: "Deux récoltes" },
  visibility: "members",
};

type Input = Record<string, unknown>;

const refusals = (
  input: Input,
  schema = addActivityInput as typeof changeActivityInput | typeof addActivityInput,
) => {
  const parsed = schema.safeParse(input);
  return Object.fromEntries(
    parsed.error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [],
  );
};

const refused = (values: Input) => refusals({ ...good, ...values });

test("a complete activity passes", () => {
  expect(addActivityInput.parse(good)).toMatchObject({
    organisationId: id,
    partner: "Nansha Tea",
    cities: ["guangzhou"],
    since: 2019,
    until: null,
    title: { fr: "Thé" },
    originalLocale: "fr",
  });
});

test("only what is needed passes, as own name", () => {
  const { headcountBand: _, partner: __, cities: ___, summary: ____, ...rest } = good;
  const parsed = addActivityInput.parse({ ...rest, organisationId: "" });
  expect(parsed).toMatchObject({
    organisationId: null,
    partner: null,
    cities: [],
    headcountBand: null,
  });
});

test("an empty form names every field that is needed", () => {
  expect(Object.keys(refusals({ originalLocale: "fr" })).sort()).toEqual(
    ["direction", "kind", "sectors", "since", "stage", "title.fr", "visibility"].sort(),
  );
});

describe("lists", () => {
  test.each([
    [{ cities: ["guangzhou", "atlantis"] }, { cities: "notInList" }],
    [{ cities: "lyon" }, { cities: "notInList" }],
    [{ kind: "spying" }, { kind: "notInList" }],
    [{ kind: "" }, { kind: "notChosen" }],
    [{ stage: "over" }, { stage: "notInList" }],
    [{ headcountBand: "12" }, { headcountBand: "notInList" }],
    [{ sectors: [] }, { sectors: "notChosen" }],
    [{ visibility: "contacts" }, { visibility: "notInList" }],
    [{ organisationId: "1" }, { organisationId: "notFound" }],
  ])("%j is refused with %j", (values, expected) => {
    expect(refused(values)).toEqual(expected);
  });

  test("no more than six sectors and twelve cities", () => {
    const first = (list: "sectors" | "cities", count: number) =>
      referenceItems(list)
        .slice(0, count)
        .map(({ slug }) => slug);
    expect(refused({ sectors: first("sectors", 6), cities: first("cities", 12) })).toEqual({});
    expect(refused({ sectors: first("sectors", 7), cities: first("cities", 13) })).toEqual({
      sectors: "tooMany",
      cities: "tooMany",
    });
  });
});

describe("directions", () => {
  test.each([
    ["export", "china-to-lyon", "onlyToChina"],
    ["export", "both", "onlyToChina"],
    ["import-to-france", "lyon-to-china", "onlyToLyon"],
    ["import-to-france", "both", "onlyToLyon"],
  ])("%s does not go %s", (kind, direction, code) => {
    expect(refused({ kind, direction })).toEqual({ direction: code });
  });

  test.each([
    ["export", "lyon-to-china"],
    ["import-to-france", "china-to-lyon"],
    ["licensing", "both"],
  ])("%s goes %s", (kind, direction) => {
    expect(refused({ kind, direction })).toEqual({});
  });
});

describe("a direction that the kind answers", () => {
  const leftOut = { direction: undefined };

  test.each([
    ["export", "lyon-to-china"],
    ["import-to-france", "china-to-lyon"],
  ])("%s needs none and goes %s", (kind, direction) => {
    expect(refused({ kind, ...leftOut })).toEqual({});
    expect(addActivityInput.parse({ ...good, kind, ...leftOut }).direction).toBe(direction);
    const place = { activityId: crypto.randomUUID(), version: "1" };
    const change = { ...good, ...place, kind, ...leftOut };
    expect(changeActivityInput.parse(change).direction).toBe(direction);
  });

  test("a kind that goes both ways needs one", () => {
    expect(refused({ kind: "licensing", ...leftOut })).toEqual({ direction: "notChosen" });
    expect(refused({ kind: "licensing", direction: "up" })).toEqual({ direction: "notInList" });
  });
});

describe("years", () => {
  const over = { ongoing: undefined };
  test.each([
    [{ since: "" }, { since: "required" }],
    [{ since: "19" }, { since: "notAYear" }],
    [{ since: "2019-05" }, { since: "notAYear" }],
    [{ since: "1799" }, { since: "notAYear" }],
    [{ since: String(year + 3) }, { since: "yearTooFar" }],
    [{ until: "2018", ...over }, { until: "endsBeforeStart" }],
    [{ until: String(year + 16) }, { until: "yearTooFar" }],
    [{ until: "two", ...over }, { until: "notAYear" }],
    [{ until: String(year - 1) }, { until: "endedOrOngoing" }],
    [{ until: "", ...over }, { until: "endedOrOngoing" }],
    [{ stage: "exited" }, { stage: "exitedGoesOn" }],
  ])("%j is refused with %j", (values, expected) => {
    expect(refused(values)).toEqual(expected);
  });

  test.each([
    [{ since: "２０１９" }],
    [{ since: String(year + 2) }],
    [{ until: "2019", ...over }],
    [{ until: String(year), ...over }],
    [{ until: String(year + 3) }],
    [{ stage: "exited", until: "2021", ...over }],
  ])("%j passes", (values) => {
    expect(refused(values)).toEqual({});
  });
});

describe("texts", () => {
  test("a title is needed in some language; the first one that has it is the original", () => {
    expect(refused({ title: {} })).toEqual({ "title.fr": "required" });
    expect(addActivityInput.parse({ ...good, title: { zh: "茶" } }).originalLocale).toBe("zh");
    const both = { ...good, title: { fr: "Thé", zh: "茶" }, originalLocale: "zh" };
    expect(addActivityInput.parse(both).originalLocale).toBe("zh");
  });

  test.each([
    [{ title: { fr: "t".repeat(121) } }, "title.fr", "tooLong"],
    [{ title: { fr: "deux\nlignes" } }, "title.fr", "oneLine"],
    [{ summary: { zh: "茶".repeat(1201) } }, "summary.zh", "tooLong"],
    [{ summary: { fr: "nul\u0000" } }, "summary.fr", "unreadableCharacters"],
    [{ partner: "N\u0430nsha Tea" }, "partner", "nameMixed"],
    [{ partner: "p".repeat(121) }, "partner", "tooLong"],
  ])("%j", (values, field, code) => {
    expect(refused(values)[field]).toBe(code);
  });
});

test("unknown keys are refused", () => {
  for (const key of ["memberId", "slug", "confirmedOn", "remindedAt", "searchText"]) {
    expect(addActivityInput.safeParse({ ...good, [key]: "x" }).success).toBe(false);
  }
});

describe("a change", () => {
  const { organisationId: _, visibility: __, ...edited } = good;
  const change = { ...edited, activityId: id, version: "2" };

  test("may leave out organisation and visibility", () => {
    const parsed = changeActivityInput.parse(change);
    expect(parsed.organisationId).toBeUndefined();
    expect(parsed.visibility).toBeUndefined();
    expect(parsed.version).toBe(2);
  });

  test("keeps its original language filled", () => {
    const emptied = { ...change, title: { en: "Tea" } };
    expect(refusals(emptied, changeActivityInput)).toEqual({ "title.fr": "originalNeeded" });
  });

  test("confirms translations of its texts only", () => {
    expect(changeActivityInput.parse({ ...change, confirmed: "summary.en" }).confirmed).toEqual([
      "summary.en",
    ]);
    expect(refusals({ ...change, confirmed: "partner.en" }, changeActivityInput)).toEqual({
      confirmed: "notInList",
    });
  });
});

test.each(LOCALES)(
  "in %s what was exited is told which box to untick, not only to say its last year",
  (locale) => {
    const ticked = getTranslator(locale, "activities")("form.ongoing");
    expect(getTranslator(locale, "errors")("exitedGoesOn")).toContain(ticked);
  },
);

test("to remove, one ticks first", () => {
  const place = { activityId: id, version: "1" };
  expect(removeActivityInput.safeParse(place).error?.issues[0]?.message).toBe("tickFirst");
  expect(removeActivityInput.safeParse({ ...place, understood: "on" }).success).toBe(true);
});

test("confirming goes back to one of our pages only", () => {
  const place = { activityId: id, version: "1" };
  expect(confirmActivityInput.parse(place).back).toBe("page");
  expect(confirmActivityInput.safeParse({ ...place, back: "https://x.example" }).success).toBe(
    false,
  );
});
