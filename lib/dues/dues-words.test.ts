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

test.each(LOCALES)("in %s what a call lacks is asked of who runs the server", (locale) => {
  const words = getTranslator(locale, "dues")("page.missing", { names: "CLUB_ADDRESS" });
  expect(words).toMatch(/administre le serveur|runs the server|服务器管理员/u);
  expect(words).toContain(".env.example");
});
