import { expect, test } from "vitest";
import { type ExperienceContent, listGaps, teaserOf, textsReadUnnamed } from "./experience";
import { saveExperienceInput, shareExperienceInput } from "./schema";

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
  expect(faultsOf({ step: "more", ...target })).toBeUndefined();
});

test.each([
  [{ title: { fr: "x".repeat(121) } }, "title.fr tooLong"],
  [{ title: { fr: "a\nb" } }, "title.fr oneLine"],
  [{ advice: { zh: "字".repeat(2001) } }, "advice.zh tooLong"],
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
  expect(faultsOf({ step: "more", ...target, title: { fr: "Titre" } })).toHaveLength(1);
});

const shared = {
  originalLocale: "zh",
  title: "转让胜于关停",
  topics: ["exit"],
  story: "经过",
  advice: "第一条\n第二条",
};

const sharedFaults = (part: object) =>
  shareExperienceInput
    .safeParse({ ...shared, ...part })
    .error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);

test.each([
  [{}, undefined],
  [
    { title: "", topics: [], story: "", advice: " " },
    ["title required", "topics notChosen", "story required", "advice required"],
  ],
  [{ intent: "keep", topics: [], story: "", advice: "" }, undefined],
  [{ intent: "keep", title: "" }, ["title required"]],
])("the two-minute form needs what others read: %j", (part, missing) => {
  expect(sharedFaults(part)).toEqual(missing);
});

test.each([
  [{ toYear: "2018", fromYear: "2019" }, "toYear endsBeforeStart"],
  [{ toYear: "2018", fromYear: "abc" }, "fromYear notAYear"],
  [{ topics: ["astrology"] }, "topics notInList"],
  [{ title: "a\nb" }, "title oneLine"],
  [{ links: { project: "../admin" } }, "links.project notInList"],
  [{ memberId: "x" }, ' Unrecognized key: "memberId"'],
])("of it %j is refused", (part, fault) => {
  expect(sharedFaults(part)).toEqual([fault]);
});

test("all that is missing is told with what is wrong", () => {
  expect(sharedFaults({ advice: "", toYear: "3000" })).toEqual([
    "toYear yearTooFar",
    "advice required",
  ]);
});

test("its texts are those of the language it is written in", () => {
  const { content, links, isHandedIn } = shareExperienceInput.parse({ ...shared, isTeased: "on" });
  expect(content).toMatchObject({
    title: { zh: "转让胜于关停" },
    advice: { zh: "第一条\n第二条" },
    isTeased: true,
    ownerLevel: "members",
  });
  expect(links).toEqual({ project: null, activity: null, organisation: null });
  expect(isHandedIn).toBe(true);
});

const FULL: ExperienceContent = {
  originalLocale: "zh",
  title: { zh: "转让" },
  topics: ["exit"],
  fromYear: 2019,
  toYear: null,
  cities: [],
  sectors: [],
  story: { zh: "经过" },
  advice: { zh: "建议" },
  ...{ context: {}, done: {}, worked: {}, failed: {}, outcome: null, cost: null },
  isTeased: false,
  ownerLevel: "members",
};

test("what is missing is told in reading order, years among them", () => {
  expect(listGaps(FULL)).toEqual([]);
  expect(listGaps({ ...FULL, toYear: 2019 })).toEqual([]);
  const gaps = listGaps({ ...FULL, topics: [], advice: { fr: "Conseil" }, toYear: 2018 });
  expect(gaps.map(({ field, code }) => `${field} ${code}`)).toEqual([
    "topics notChosen",
    "advice.zh originalNeeded",
    "toYear endsBeforeStart",
  ]);
});

test("visitors read the first point of the advice, where its author says so", () => {
  const advice = { fr: "- Relire le bail.\n- Payer tard.", zh: "看合同" };
  expect(teaserOf({ isTeased: true, advice })).toEqual({ fr: "Relire le bail.", zh: "看合同" });
  expect(teaserOf({ isTeased: false, advice })).toEqual({});
});

test.each([
  [{ isTeased: false, ownerLevel: "members" }, []],
  [{ isTeased: true, ownerLevel: "members" }, ["title", "advice"]],
  [
    { isTeased: false, ownerLevel: "contacts" },
    ["title", "story", "advice", "context", "done", "worked", "failed"],
  ],
])("of %j these texts are read without a name: %j", (settings, names) => {
  expect(Object.keys(textsReadUnnamed(settings, FULL))).toEqual(names);
});
