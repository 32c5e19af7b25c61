import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

test.each(LOCALES)(
  "in %s a call and a receipt are not mailed: their letter links to them",
  (locale) => {
    const [dues, notices] = [getTranslator(locale, "dues"), getTranslator(locale, "notices")];
    const told = [
      dues("call.lead"),
      dues("pay.lead", { amount: "120 €" }),
      notices("duesCalled"),
      notices("duesPaid"),
    ];
    for (const words of told) expect(words).toMatch(/lien|link|链接/u);
  },
);
