import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { shownName } from "./member-card";

const names = {
  familyName: "Zhao",
  givenName: "Wenqi",
  nameOrder: "given-first",
  nameZh: "赵文琪",
} as const;

test("a reader finds a name in the script of their language first", () => {
  expect(shownName(names, "en")).toMatchObject({ text: "Wenqi Zhao", other: "赵文琪" });
  expect(shownName(names, "zh")).toMatchObject({ text: "赵文琪", other: "Wenqi Zhao" });
});

test("the sign of a name is its Chinese one in every language", () => {
  for (const locale of LOCALES) expect(shownName(names, locale).face).toMatchObject({ sign: "赵" });
  expect(shownName({ ...names, nameZh: null }, "zh").face).toMatchObject({ sign: "W" });
});

test("an erased member is a former one, in words of the reader's language and not by a stored name", () => {
  const erased = { familyName: "", givenName: "", nameOrder: "given-first", nameZh: null } as const;
  const words = LOCALES.map((locale) => shownName(erased, locale).text);
  expect(words).toEqual(LOCALES.map((locale) => getTranslator(locale, "members")("former")));
  expect(new Set(words).size).toBe(LOCALES.length);
});
