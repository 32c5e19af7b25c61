import { CATALOGUES } from "@/lib/core/i18n/catalogues";
import type { Locale } from "@/lib/core/i18n/locales";
import type { MailKind } from "@/lib/core/mail/render-mail";

export const MAIL_KINDS = Object.keys(CATALOGUES.en.mails.kinds) as MailKind[];

/** Something for each argument that a mail's words take. */
export function filledMail(locale: Locale, kind: MailKind): Record<string, string> {
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
