import { expect, test } from "vitest";
import { type ExperienceContent, listGaps } from "./experience";
import { draftExperienceInput, saveExperienceInput } from "./schema";

const target = {
  experienceId: "00000000-0000-4000-8000-000000000001",
  version: "1",
  slug: "draft-0123456789",
};
const essentials = { step: "essentials", ...target, originalLocale: "fr" };

const faultsOf = (input: object) =>
  saveExperienceInput
    .safeParse(input)
    .error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);

test("a draft may be as good as empty", () => {
  expect(faultsOf(essentials)).toBeUndefined();
  expect(faultsOf({ step: "story", ...target })).toBeUndefined();
});

test.each([
  [{ title: { fr: "x".repeat(121) } }, "title.fr tooLong"],
  [{ title: { fr: "a\nb" } }, "title.fr oneLine"],
  [{ teaser: { zh: "字".repeat(301) } }, "teaser.zh tooLong"],
  [{ topics: ["exit", "contracts", "tax-transfer", "trade-fairs"] }, "topics tooMany"],
  [{ topics: ["astrology"] }, "topics notInList"],
  [{ fromYear: "l’an dernier" }, "fromYear notAYear"],
  [{ fromYear: "1850" }, "fromYear notAYear"],
  [{ toYear: "3000" }, "toYear yearTooFar"],
  [{ cities: ["atlantis"] }, "cities notInList"],
  [{ ownerId: target.experienceId }, ' Unrecognized key: "ownerId"'],
])("%j is refused", (part, fault) => {
  expect(faultsOf({ ...essentials, ...part })).toEqual([fault]);
});

test("a section keeps to its own fields", () => {
  expect(faultsOf({ step: "story", ...target, title: { fr: "Titre" } })).toHaveLength(1);
});

test("a first title is one line", () => {
  expect(draftExperienceInput.safeParse({ originalLocale: "zh", title: "" }).success).toBe(false);
});

const FULL: ExperienceContent = {
  originalLocale: "zh",
  title: { zh: "转让" },
  teaser: { zh: "要点" },
  topics: ["exit"],
  fromYear: 2019,
  toYear: null,
  cities: [],
  sectors: [],
  story: { zh: "经过" },
  advice: { zh: "建议" },
};

test("what is missing is told in reading order, years among them", () => {
  expect(listGaps(FULL)).toEqual([]);
  expect(listGaps({ ...FULL, toYear: 2019 })).toEqual([]);
  const gaps = listGaps({ ...FULL, topics: [], advice: { fr: "Conseil" }, toYear: 2018 });
  expect(gaps.map(({ field, code }) => `${field} ${code}`)).toEqual([
    "topics required",
    "advice.zh originalNeeded",
    "toYear endsBeforeStart",
  ]);
});
