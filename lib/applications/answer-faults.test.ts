import { describe, expect, test } from "vitest";
import { PORTAL_TEXTS } from "@/lib/consents/consent-texts";
import type { Purpose } from "@/lib/consents/policy";
import { tickNow } from "@/lib/consents/tick";
import { faultsOf, groupState, listFaults } from "./answer-faults";
import type { ApplicationAnswers } from "./answers";
import { GROUP_NAMES } from "./form-steps";

function ticks(...purposes: Purpose[]) {
  return purposes.map((purpose) => tickNow(PORTAL_TEXTS, purpose, "zh"));
}

const complete: ApplicationAnswers = {
  familyName: "Lin",
  givenName: "Yuancheng",
  nameOrder: "family-first",
  nameZh: "林苑澄",
  jobTitle: { zh: "总经理" },
  phone: "+86 138 0013 8000",
  wechat: "lin_yuancheng",
  languages: ["zh"],
  legalName: "广州岚榭照明有限公司",
  organisationKind: "sme",
  country: "cn",
  registrationId: "91990000MA00D0315E",
  headOffice: "guangzhou",
  headcount: "10-49",
  sectors: ["smart-city"],
  website: "www.example.org",
  pitch: { zh: "城市照明。" },
  activityKinds: ["rd-cooperation"],
  activityStage: "exploring",
  expectations: "结识合作伙伴。",
  contribution: "接待会员参观。",
  category: "associate",
  consents: ticks("charter", "privacy-notice", "transfer-to-france"),
};

const context = { locale: "zh", joins: false, texts: PORTAL_TEXTS } as const;
const faults = (change: Partial<ApplicationAnswers>, more = {}) =>
  listFaults({ ...complete, ...change }, { ...context, ...more }).map(
    ({ field, code }) => `${field} ${code}`,
  );

test("a complete application has no fault", () => {
  expect(faults({})).toEqual([]);
  expect(faults({ nameZh: "欧阳 娜娜" })).toEqual([]);
});

test("without any name, Chinese readers are told once that either script is enough", () => {
  const nameless = { familyName: undefined, givenName: undefined, nameZh: undefined };
  expect(faults(nameless)).toEqual(["nameZh noName"]);
  expect(faults(nameless, { locale: "fr" }).filter((fault) => /name /i.test(fault))).toEqual([
    "familyName required",
    "givenName required",
  ]);
});

describe("each answer that is bad", () => {
  test.each<[Partial<ApplicationAnswers>, string]>([
    [{ familyName: undefined }, "familyName required"],
    [{ familyName: "x".repeat(81) }, "familyName tooLong"],
    [{ givenName: undefined }, "givenName required"],
    [{ nameOrder: undefined }, "nameOrder notChosen"],
    [{ givenName: "Ag\u0430the" }, "givenName nameMixed"],
    [{ nameZh: "Lin" }, "nameZh notAHanName"],
    [{ nameZh: "林\u2060美桦" }, "nameZh nameInvisible"],
    [{ familyName: "林" }, "familyName latinLetters"],
    [{ jobTitle: { fr: "Directrice" } }, "jobTitle.zh required"],
    [{ jobTitle: { zh: "总", fr: "x".repeat(121) } }, "jobTitle.fr tooLong"],
    [{ languages: undefined }, "languages notChosen"],
    [{ phone: "138 0013 8000" }, "phone notAPhone"],
    [{ wechat: "林" }, "wechat notAWechatId"],
    [{ country: undefined }, "country notChosen"],
    [{ organisationKind: undefined }, "organisationKind notChosen"],
    [{ legalName: undefined, chineseName: undefined }, "chineseName required"],
    [{ chineseName: "Lanxie Lighting" }, "chineseName notChinese"],
    [{ registrationId: undefined }, "registrationId required"],
    [{ registrationId: "91990000MA00D0315F" }, "registrationId notAUscc"],
    [
      { country: "fr", registrationId: "732829321", headOffice: "lyon-7" },
      "registrationId notASiren",
    ],
    [{ headOffice: undefined }, "headOffice placeNeeded"],
    [
      { country: "other", registrationId: undefined, headOffice: undefined },
      "headOfficeElsewhere required",
    ],
    [{ headcount: undefined }, "headcount notChosen"],
    [{ legalName: "名".repeat(121) }, "legalName tooLong"],
    [{ website: `https://example.org/${"x".repeat(181)}` }, "website tooLong"],
    [{ legalName: "Lanxie example.com" }, "legalName nameHasAddress"],
    [{ website: "not a site" }, "website notAWebAddress"],
    [{ website: "javascript:alert(1)" }, "website notAWebAddress"],
    [{ sectors: undefined }, "sectors notChosen"],
    [{ sectors: ["smart-city", "electronics", "health", "agrifood"] }, "sectors tooMany"],
    [{ pitch: undefined }, "pitch.zh required"],
    [{ pitch: { zh: "字".repeat(601) } }, "pitch.zh tooLong"],
    [{ activityKinds: undefined }, "activityKinds notChosen"],
    [{ activityStage: undefined }, "activityStage notChosen"],
    [{ expectations: undefined }, "expectations required"],
    [{ expectations: "字".repeat(801) }, "expectations tooLong"],
    [{ contribution: undefined }, "contribution required"],
    [{ sponsor: "x".repeat(161) }, "sponsor tooLong"],
    [{ category: undefined }, "category notChosen"],
    [{ consents: ticks("privacy-notice", "transfer-to-france") }, "charter charterNeeded"],
    [{ consents: ticks("charter", "transfer-to-france") }, "privacy-notice noticeNeeded"],
    [{ consents: ticks("charter", "privacy-notice") }, "transfer-to-france transferNeeded"],
    [
      {
        consents: [
          { ...tickNow(PORTAL_TEXTS, "charter", "zh"), version: 0 },
          ...ticks("privacy-notice", "transfer-to-france"),
        ],
      },
      "charter textChanged",
    ],
  ])("%j → %s", (change, expected) => {
    expect(faults(change)).toEqual([expected]);
  });
});

test.each([
  ["zh", "chineseName required"],
  ["fr", "legalName required"],
] as const)(
  "in %s an organisation without a name is asked for the one that stands first",
  (locale, fault) => {
    const nameless = { ...complete, legalName: undefined, chineseName: undefined };
    const found = faultsOf("organisation", nameless, { ...context, locale });
    expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual([fault]);
  },
);

describe("what may stay empty", () => {
  test.each<Partial<ApplicationAnswers>>([
    { nameZh: undefined, phone: undefined, wechat: undefined, website: undefined },
    { chineseName: undefined, sponsor: undefined, cities: undefined },
    { legalName: undefined, chineseName: "广州岚榭照明有限公司" },
    { organisationKind: "start-up", registrationId: undefined },
    { country: "hk", registrationId: undefined, headOffice: "hong-kong" },
    {
      country: "other",
      registrationId: undefined,
      headOffice: undefined,
      headOfficeElsewhere: "Genève",
    },
    { headOffice: undefined, headOfficeElsewhere: "珠海横琴" },
  ])("%j", (change) => {
    expect(faults(change)).toEqual([]);
  });

  test("all of the organisation, for whoever joins one of the club", () => {
    const { legalName: _, country: __, registrationId: ___, headOffice: ____, ...rest } = complete;
    const { organisationKind: _a, headcount: _b, sectors: _c, pitch: _d, ...joining } = rest;
    const joins = { country: "cn", place: "guangzhou" } as const;
    expect(listFaults(joining, { ...context, joins })).toEqual([]);
    expect(listFaults(joining, context).map(({ step }) => step)).toContain("registration");
  });

  test("the transfer of data, for whoever is not in mainland China", () => {
    const french = { country: "fr", headOffice: "lyon-7", registrationId: "732829320" } as const;
    const consents = ticks("charter", "privacy-notice");
    expect(faults({ ...french, consents, phone: "+33 6 39 98 00 12" })).toEqual([]);
    expect(faults({ ...french, consents })).toEqual(["transfer-to-france transferNeeded"]);
    const honkong = { country: "hk", headOffice: "hong-kong", phone: undefined } as const;
    expect(faults({ ...honkong, consents })).toEqual([]);
  });

  test.each([
    [{ country: "cn", place: null }, true],
    [{ country: "other", place: "guangzhou" }, true],
    [{ country: "hk", place: "hong-kong" }, false],
    [{ country: "mo", place: "macao" }, false],
    [{ country: "fr", place: "lyon-7" }, false],
  ] as const)("but it is needed of whoever joins one there: %j %s", (joins, isNeeded) => {
    const { country: _, headOffice: __, phone: ___, ...joining } = complete;
    const answers = { ...joining, consents: ticks("charter", "privacy-notice") };
    const found = listFaults(answers, { ...context, joins }).map(({ code }) => code);
    expect(found).toEqual(isNeeded ? ["transferNeeded"] : []);
  });
});

test("a page tells its own faults only, one a field", () => {
  const found = faultsOf("presentation", {}, context);
  expect(found.map(({ field }) => field)).toEqual(["pitch.zh", "sectors"]);
});

test("groups are to do, begun or complete", () => {
  const states = (answers: ApplicationAnswers) =>
    GROUP_NAMES.map((group) => groupState(group, answers, context));
  expect(states({})).toEqual(["todo", "todo", "todo", "todo", "todo", "todo"]);
  expect(states({ familyName: "Lin", sectors: ["smart-city"] }).slice(0, 2)).toEqual([
    "begun",
    "begun",
  ]);
  expect(states(complete)).toEqual(Array(6).fill("complete"));
});

test("what is missing of a name is listed in the order of the reader's form", () => {
  const long = "岚".repeat(400);
  const of = (locale: "fr" | "zh") =>
    listFaults(
      {
        ...complete,
        familyName: "",
        givenName: "",
        nameZh: "Lin",
        legalName: long,
        chineseName: long,
      },
      { ...context, locale },
    )
      .map(({ field }) => field)
      .filter((field) => /name/i.test(field));
  expect(of("zh")).toEqual(["nameZh", "familyName", "givenName", "chineseName", "legalName"]);
  expect(of("fr")).toEqual(["familyName", "givenName", "nameZh", "legalName", "chineseName"]);
});
