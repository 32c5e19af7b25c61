import { describe, expect, test } from "vitest";
import { DEFAULT_VISIBILITY } from "./policy";
import { profileInput } from "./schema";

const filled = {
  version: "1",
  familyName: "O'Brien",
  givenName: "Nguyễn",
  nameOrder: "given-first",
  nameZh: "欧阳 娜娜",
  originalLocale: "fr",
  jobTitle: { fr: "Gérante", en: "", zh: "" },
  bio: { fr: "Une ligne\r\nune autre" },
  languages: "fr",
  sectors: ["healthcare-pharma", "healthcare-pharma"],
  visibility: DEFAULT_VISIBILITY,
};

/** The error code of each refused field. */
function refusals(change: Record<string, unknown>): Record<string, string> {
  const result = profileInput.safeParse({ ...filled, ...change });
  const issues = result.success ? [] : result.error.issues;
  return Object.fromEntries(issues.map((issue) => [issue.path.join("."), issue.message]));
}

test("a form as a browser sends it becomes clean values", () => {
  expect(profileInput.parse({ ...filled, sectors: ["agrifood", "agrifood"] })).toMatchObject({
    version: 1,
    familyName: "O'Brien",
    givenName: "Nguyễn",
    nameZh: "欧阳 娜娜",
    jobTitle: { fr: "Gérante" },
    bio: { fr: "Une ligne\nune autre" },
    offers: {},
    languages: ["fr"],
    sectors: ["agrifood"],
    cities: [],
    email: "",
    confirmed: [],
  });
});

test("an address is kept as the unique key would be", () => {
  expect(profileInput.parse({ ...filled, sectors: [], email: " A@Example.org " }).email).toBe(
    "a@example.org",
  );
});

test.each([
  ["+86 138-0013-8000", "+8613800138000"],
  ["0033 (0)6 39 98 00 12", "+33639980012"],
  ["＋33639980012", "+33639980012"],
  [" ", ""],
])("the number %s is kept as %s", (phone, kept) => {
  expect(profileInput.parse({ ...filled, sectors: [], phone })).toMatchObject({ phone: kept });
});

test.each([
  ["13800138000", "cn", "+8613800138000"],
  ["06 39 98 00 12", "fr", "+33639980012"],
  ["06 39 98 00 12", "cn fr", "+33639980012"],
])("the number %s, dialled at home in %s, is kept as %s", (phone, phoneCountries, kept) => {
  const sent = { ...filled, sectors: [], phone, phoneCountries };
  expect(profileInput.parse(sent)).toMatchObject({ phone: kept });
  expect(profileInput.parse(sent)).not.toHaveProperty("phoneCountries");
});

test("a country that is none changes nothing", () => {
  expect(refusals({ sectors: [], phone: "13800138000", phoneCountries: "atlantis" })).toEqual({
    phone: "notAPhone",
  });
});

test("a WeChat id is kept as typed", () => {
  const wechat = " Meihua_Lin-69 ";
  expect(profileInput.parse({ ...filled, sectors: [], wechat }).wechat).toBe("Meihua_Lin-69");
});

describe("refusals name the field with a code", () => {
  test.each<[string, Record<string, unknown>, Record<string, string>]>([
    ["an empty name", { familyName: "  ", nameZh: "" }, { familyName: "required" }],
    [
      "empty names beside another fault",
      { familyName: "", givenName: " ", nameZh: "", phone: "abc" },
      { familyName: "required", givenName: "required", phone: "notAPhone" },
    ],
    ["a name too long", { givenName: "a".repeat(81) }, { givenName: "tooLong" }],
    ["a name of two lines", { familyName: "a\nb" }, { familyName: "oneLine" }],
    ["a Chinese name in Latin letters", { nameZh: "Agathe" }, { nameZh: "notAHanName" }],
    ["a Chinese name with its reading", { nameZh: "林美桦 (Lin)" }, { nameZh: "notAHanName" }],
    ["NUL in a text", { bio: { fr: "a\0b" } }, { "bio.fr": "unreadableCharacters" }],
    ["half a character", { needs: { zh: "\ud800" } }, { "needs.zh": "unreadableCharacters" }],
    ["a text too long", { offers: { en: "a".repeat(801) } }, { "offers.en": "tooLong" }],
    ["an unknown sector", { sectors: ["alchemy"] }, { sectors: "notInList" }],
    ["an unknown city", { cities: "atlantis" }, { cities: "notInList" }],
    ["two addresses", { email: "a@b.org, c@d.org" }, { email: "notAnEmail" }],
    ["a number without its country", { phone: "04 65 71 00 00" }, { phone: "notAPhone" }],
    ["a number that is too short", { phone: "+86 138 0013" }, { phone: "notAPhone" }],
    ["words for a number", { phone: "ask my assistant" }, { phone: "notAPhone" }],
    ["a WeChat id that begins with a digit", { wechat: "13800138000" }, { wechat: "notAWechatId" }],
    ["a WeChat name in Chinese", { wechat: "林美桦" }, { wechat: "notAWechatId" }],
    ["a version that is none", { version: "x" }, { version: "conflict" }],
    [
      "an unknown level",
      { visibility: { ...DEFAULT_VISIBILITY, bio: "enemies" } },
      { "visibility.bio": "notInList" },
    ],
  ])("%s", (_, change, expected) => {
    expect(refusals({ sectors: [], ...change })).toEqual(expected);
  });

  test.each(["role", "status", "slug", "searchNames", "accountId"])("unknown key %s", (key) => {
    expect(profileInput.safeParse({ ...filled, sectors: [], [key]: "administrator" }).success).toBe(
      false,
    );
  });

  test("an unknown language of a text", () => {
    expect(profileInput.safeParse({ ...filled, sectors: [], bio: { de: "Seide" } }).success).toBe(
      false,
    );
  });
});

test("emoji count as readers count them", () => {
  const title = "👩‍👩‍👧‍👦".repeat(120);
  expect(refusals({ sectors: [], jobTitle: { fr: title } })).toEqual({});
});

test("nobody takes a name that looks like another one", () => {
  expect(
    refusals({
      sectors: [],
      familyName: "Ver\u200bnoux",
      givenName: "Ag\u0430the",
      nameZh: "韦\u2060尔努",
    }),
  ).toEqual({ familyName: "nameInvisible", givenName: "nameMixed", nameZh: "nameInvisible" });
});
