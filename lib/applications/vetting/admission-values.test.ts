import { describe, expect, test } from "vitest";
import { contactsOf, organisationNameOf, organisationOf, profileOf } from "./admission-values";

const chinese = {
  locale: "zh",
  answers: {
    familyName: "Wang",
    givenName: "Wei",
    nameOrder: "family-first",
    nameZh: "王伟",
    jobTitle: { zh: "总经理" },
    languages: ["zh", "fr"],
    legalName: "广州锦织有限公司",
    organisationKind: "sme",
    country: "cn",
    registrationId: "91440101MA5CTRH984",
    headOffice: "guangzhou",
    headcount: "10-49",
    sectors: ["machinery-metal"],
    website: "https://jinzhi.example",
    pitch: { zh: "我们织造丝绸。" },
    cities: ["guangzhou", "atlantis"],
    expectations: "寻找里昂的买家。",
    contribution: "可以接待代表团。",
    category: "chinese-partner",
  },
} as const;

describe("the profile a member begins with", () => {
  test("is their own words in the language of the application", () => {
    const answers = {
      ...chinese.answers,
      languages: ["zh", "fr"],
      sectors: [],
      cities: ["guangzhou", "atlantis"],
    };
    const profile = profileOf({ locale: "zh", answers }, new Date("2026-11-25T23:30:00Z"));
    expect(profile).toMatchObject({
      familyName: "Wang",
      nameOrder: "family-first",
      nameZh: "王伟",
      needs: { zh: "寻找里昂的买家。" },
      offers: { zh: "可以接待代表团。" },
      cities: ["guangzhou"],
      category: "chinese-partner",
      originalLocale: "zh",
      joinedOn: "2026-11-26",
    });
  });

  test("asks nothing of answers that are not there", () => {
    expect(profileOf({ locale: "zh", answers: {} })).toMatchObject({
      nameOrder: "family-first",
      nameZh: null,
      needs: {},
      category: "active",
    });
  });

  test("contacts are the address, the telephone as E.164 writes it, WeChat", () => {
    const answers = { phone: "+86 138 0013 8000", wechat: "wang_wei" };
    expect(contactsOf({ email: "wang@example.org", answers })).toEqual({
      email: "wang@example.org",
      phone: "+8613800138000",
      wechat: "wang_wei",
    });
  });
});

describe("the organisation's name", () => {
  test.each([
    ["fr", { legalName: "Soieries Montclair" }, { fr: "Soieries Montclair" }],
    ["zh", { legalName: "Jinzhi Silk Co., Ltd" }, { en: "Jinzhi Silk Co., Ltd" }],
    ["zh", { legalName: "广州锦织有限公司" }, { zh: "广州锦织有限公司" }],
    ["en", { legalName: "Jinzhi", chineseName: "锦织" }, { en: "Jinzhi", zh: "锦织" }],
  ] as const)("%s, %j", (locale, answers, name) => {
    expect(organisationNameOf({ locale, answers })).toEqual(name);
  });
});

describe("the organisation", () => {
  const { languages: _, sectors: __, cities: ___, ...answers } = chinese.answers;

  test("keeps number, place and words", () => {
    expect(organisationOf({ locale: "zh", answers })).toMatchObject({
      name: { zh: "广州锦织有限公司" },
      originalLocale: "zh",
      uscc: "91440101MA5CTRH984",
      siren: null,
      place: "guangzhou",
      size: "10-49",
      description: { zh: "我们织造丝绸。" },
    });
  });

  test("has no website that is not one", () => {
    const siteOf = (website: string) =>
      organisationOf({ locale: "zh", answers: { website } }).website;
    expect(siteOf("javascript:alert(1)")).toBeNull();
    expect(siteOf("example.org")).toBe("https://example.org");
  });

  test("has no number and no place that are not one", () => {
    const hongKong = { ...answers, country: "hk", headOffice: "kowloon-bay" } as const;
    expect(organisationOf({ locale: "zh", answers: hongKong })).toMatchObject({
      uscc: null,
      siren: null,
      place: null,
    });
  });
});
