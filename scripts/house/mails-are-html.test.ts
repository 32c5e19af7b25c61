import { expect, test } from "vitest";
import { CATALOGUES } from "@/lib/core/i18n/catalogues";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { type MailKind, renderMail } from "@/lib/core/mail/render-mail";
import { htmlFaults } from "./html-rules";

/** Something for each argument that a mail's words take. */
function filled(locale: Locale, kind: MailKind): Record<string, string> {
  const words = Object.values(CATALOGUES[locale].mails.kinds[kind]).join(" ");
  const names = [...words.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? "");
  const given = {
    name: "O’Brien <b>",
    title: "Soie & <script>",
    words: "une ligne\nune autre",
    to: "/projects?a=1&b=2",
  };
  return { ...Object.fromEntries(names.map((name) => [name, "2"])), ...given };
}

test.each(LOCALES)(
  "every mail in %s is HTML without a fault",
  async (locale) => {
    const kinds = Object.keys(CATALOGUES[locale].mails.kinds) as MailKind[];
    for (const kind of kinds) {
      const { html } = renderMail(
        kind,
        locale,
        filled(locale, kind),
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
