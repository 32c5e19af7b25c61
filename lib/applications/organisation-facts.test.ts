import { describe, expect, test } from "vitest";
import { mergeAnswers } from "./form-answers";
import { describedAs, readNumber } from "./organisation-facts";

test.each([
  ["siren", "732 829 320", "732829320"],
  ["siren", "７３２８２９３２０", "732829320"],
  ["siren", "73282932000074", "732829320"],
  ["siren", "FR 44 732 829 320", "732829320"],
  ["siren", "732829321", null],
  ["siren", "", null],
  ["uscc", "91990000-ma00d0315e", "91990000MA00D0315E"],
  ["uscc", "732829320", null],
] as const)("the %s in %j is %s", (kind, text, expected) => {
  expect(readNumber(kind, text)).toBe(expected);
});

describe("mergeAnswers", () => {
  test.each([
    ["13800138000", "zh", undefined, "+8613800138000"],
    ["06 39 98 00 12", "fr", undefined, "+33639980012"],
    ["06 39 98 00 12", "en", "fr", "+33639980012"],
    ["06 39 98 00 12", "en", undefined, "06 39 98 00 12"],
    ["202 555 0143", "en", "cn", "202 555 0143"],
    ["ask my assistant", "fr", "fr", "ask my assistant"],
  ] as const)(
    "the number %s on /%s, organisation in %s, is kept as %s",
    (phone, locale, country, kept) => {
      expect(mergeAnswers({ country }, { phone }, locale)).toMatchObject({ phone: kept });
    },
  );

  test("changes a number only on the page that asks for it", () => {
    const before = { phone: "13800138000" };
    expect(mergeAnswers(before, { country: "cn" }, "en")).toMatchObject(before);
    expect(mergeAnswers({ ...before, country: "cn" }, before, "en")).toMatchObject({
      phone: "+8613800138000",
    });
  });

  test("replaces what a page sends, keeps the rest, drops what is empty", () => {
    const before = { familyName: "Lin", phone: "+33 6 39 98 00 12", languages: ["fr"] };
    const sent = { phone: "", wechat: "lin_mei", languages: [], nameOrder: null };
    expect(mergeAnswers(before, sent, "fr")).toEqual({ familyName: "Lin", wechat: "lin_mei" });
  });

  test("brings number and web address into their form, and keeps what cannot be read as typed", () => {
    const base = { country: "fr", organisationKind: "sme" } as const;
    const typed = { registrationId: "732 829 320", website: "example.org" };
    expect(mergeAnswers(base, typed, "fr")).toEqual({
      ...base,
      registrationId: "732829320",
      website: "https://example.org",
    });
    const bad = { registrationId: "73282932", website: "no site at all" };
    expect(mergeAnswers(base, bad, "fr")).toEqual({ ...base, ...bad });
  });

  test("drops number and head office that another country does not have", () => {
    const before = { organisationKind: "sme", registrationId: "732829320", headOffice: "lyon-7" };
    expect(mergeAnswers({ ...before, country: "fr" }, { country: "hk" }, "fr")).toEqual({
      organisationKind: "sme",
      country: "hk",
    });
  });

  test("moves a name in Chinese characters to the Chinese one, unless there is another", () => {
    const typed = { legalName: "广州锦织有限公司" };
    expect(mergeAnswers({}, typed, "zh")).toEqual({ chineseName: "广州锦织有限公司" });
    const two = { ...typed, chineseName: "锦织" };
    expect(mergeAnswers({}, two, "zh")).toEqual(two);
    const mixed = { legalName: "Huawei 华为 France SAS" };
    expect(mergeAnswers({}, mixed, "fr")).toEqual(mixed);
  });
});

test("an organisation is called in the reader's script, else in the other", () => {
  const both = { legalName: "Jinzhi", chineseName: "锦织" };
  expect([describedAs(both, "zh"), describedAs(both, "fr")]).toEqual(["锦织", "Jinzhi"]);
  expect(describedAs({ legalName: null, chineseName: "锦织" }, "en")).toBe("锦织");
  expect(describedAs({}, "zh")).toBeNull();
});
