import { expect, test } from "vitest";
import { matchKeysOf } from "./match-keys";

test("one person and one organisation have the same keys however they are written", () => {
  const one = matchKeysOf({
    familyName: "Lin",
    givenName: "Meihua",
    nameZh: "林美樺",
    legalName: "广州岚榭照明有限公司",
    registrationId: "91990000MA00D0315E",
  });
  const other = matchKeysOf({
    familyName: "MEIHUA",
    givenName: "Lin",
    nameZh: "林美桦",
    legalName: "Lanxie",
    chineseName: "廣州嵐榭照明股份有限公司",
  });
  expect(one).toContain("number:91990000MA00D0315E");
  expect(one.filter((key) => other.includes(key)).map((key) => key.split(":")[0])).toEqual(
    expect.arrayContaining(["organisation", "person"]),
  );
  expect(matchKeysOf({})).toEqual([]);
});

const same = (one: object, other: object) => {
  const keys = matchKeysOf(one);
  return matchKeysOf(other).some((key) => keys.includes(key));
};

const WRITTEN = [
  { familyName: "林", givenName: "美桦" },
  { familyName: "林", givenName: "美樺", nameZh: "林美樺" },
  { familyName: "Lin", givenName: "Meihua" },
  { familyName: "LIN", givenName: "Mei Hua" },
  { familyName: "Mei-Hua", givenName: "Lin" },
  { familyName: "Lin", givenName: "Jeanne", nameZh: "林 美桦" },
];

test.each(WRITTEN.flatMap((one) => WRITTEN.map((other) => [one, other] as const)))(
  "%j is %j",
  (one, other) => {
    expect(same(one, other)).toBe(true);
  },
);

test.each([
  [
    { familyName: "吕", givenName: "绿" },
    { familyName: "Lyu", givenName: "Lyu" },
  ],
  [{ nameZh: "吕明" }, { familyName: "Lü", givenName: "Ming" }],
  [{ nameZh: "吕明" }, { familyName: "Lv", givenName: "Ming" }],
  [{ nameZh: "单伟" }, { familyName: "Shan", givenName: "Wei" }],
  [
    { familyName: "Ó Briain", givenName: "Seán" },
    { familyName: "O'Briain", givenName: "Sean" },
  ],
  [{ phone: "+86 138 0013 8000" }, { phone: "0086 13800138000" }],
  [{ wechat: "Lin_Meihua" }, { wechat: "lin_meihua " }],
])("%j is %j too", (one, other) => {
  expect(same(one, other)).toBe(true);
});

test.each([
  [
    { familyName: "Lin", givenName: "Meihua" },
    { familyName: "Lin", givenName: "Meihui" },
  ],
  [{ nameZh: "林美桦" }, { nameZh: "林美慧" }],
  [{ phone: "+33 6 39 98 00 12" }, { phone: "+33 6 39 98 00 13" }],
])("%j is not %j", (one, other) => {
  expect(same(one, other)).toBe(false);
});
