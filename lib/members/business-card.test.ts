import { expect, test } from "vitest";
import { cardSides } from "./business-card";
import type { MemberPage } from "./queries";

const zhao = {
  names: { familyName: "Zhao", givenName: "Wenqi", nameOrder: "family-first" },
  nameZh: "赵文琦",
  originalLocale: "zh",
  jobTitle: { zh: "总经理", fr: "Directeur général" },
  organisation: { zh: "新岚储能法国公司" },
} as unknown as MemberPage;

const contacts = { email: "zhao@example.org", phone: "+33639980012", wechat: null };

test("the reader's script comes first", () => {
  const languages = (["fr", "en", "zh"] as const).map((locale) =>
    cardSides(zhao, null, locale).map((side) => side.locale),
  );
  expect(languages).toEqual([
    ["fr", "zh"],
    ["en", "zh"],
    ["zh", "en"],
  ]);
});

test("each side is in its script as far as it was written", () => {
  const [latin, chinese] = cardSides(zhao, null, "en");
  expect(latin).toMatchObject({
    name: { text: "Zhao Wenqi", isFallback: false },
    jobTitle: { text: "Directeur général", lang: "fr" },
    organisation: { text: "新岚储能法国公司", lang: "zh" },
  });
  expect(chinese).toMatchObject({
    name: { text: "赵文琦", lang: "zh" },
    jobTitle: { text: "总经理", lang: "zh" },
  });
});

test("without a Chinese name, or where it is hidden, the Chinese side bears the Latin one", () => {
  const [, chinese] = cardSides({ ...zhao, nameZh: null }, null, "fr");
  expect(chinese.name).toEqual({ text: "Zhao Wenqi", lang: "en", isFallback: true });
});

test("contacts stand there as far as they are seen, numbers in their groups", () => {
  const [latin, chinese] = cardSides(zhao, contacts, "fr");
  expect(latin.contacts).toEqual([
    { field: "email", value: "zhao@example.org" },
    { field: "phone", value: "+33 6 39 98 00 12" },
  ]);
  expect(chinese.contacts).toEqual(latin.contacts);
  expect(cardSides(zhao, null, "fr")[0].contacts).toEqual([]);
});
