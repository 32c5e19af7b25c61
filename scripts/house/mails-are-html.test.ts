import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { renderMail } from "@/lib/core/mail/render-mail";
import { filledMail, MAIL_KINDS } from "./filled-mails";
import { htmlFaults } from "./html-rules";

test.each(LOCALES)(
  "every mail in %s is HTML without a fault",
  async (locale) => {
    for (const kind of MAIL_KINDS) {
      const { html } = renderMail(
        kind,
        locale,
        filledMail(locale, kind),
        "https://club.example/x?a=1&b",
      );
      expect([kind, await htmlFaults(html)]).toEqual([kind, []]);
    }
  },
  // Ninety-five pages, each validated whole, beside all that a busy machine does.
  300_000,
);

test("a fault would be found", async () => {
  const { html } = renderMail("signInCode", "fr", { code: "123456" });
  expect(await htmlFaults(html.replace("</p>", "<div></div></p>"))).not.toEqual([]);
});
