import type { Locale } from "../i18n/locales";
import { getTranslator } from "../i18n/translator";
import { countGraphemes } from "../text/fields";

/**
 * What a mail says, piece by piece, in its reader's language; the page and the text are made from the same pieces. `text`
 * and `words` may hold lines; `words` are a person's own, shown as they are. In `prose`, which the club writes itself, addresses can be followed. Each `href` is a whole address. A `code` is
 * typed off by its reader.
 */
export type MailPart =
  | { type: "text"; text: string }
  | { type: "prose"; text: string }
  | { type: "quote"; words: string }
  | { type: "code"; code: string }
  | { type: "heading"; text: string }
  | { type: "list"; items: readonly { title: string; href?: string; note?: string }[] }
  | { type: "button"; label: string; href: string; isPrimary?: boolean }
  | { type: "facts"; rows: readonly (readonly [label: string, value: string])[] };

/** A label and what it stands for, on one line with the language's own colon. */
const pair = (locale: Locale, label: string, value: string): string =>
  getTranslator(locale, "mails")("link", { button: label, link: value });

const lines = (rows: readonly (string | undefined)[]) => rows.filter(Boolean).join("\n");

/** A part as plain text: quoted words behind `> `, links written out. */
export function partAsText(part: MailPart, locale: Locale): string {
  switch (part.type) {
    case "text":
    case "prose":
      return part.text;
    case "quote":
      return part.words
        .split("\n")
        .map((row) => `> ${row}`)
        .join("\n");
    case "code":
      return part.code;
    case "heading":
      // As wide as the words, whose Chinese signs take two places each.
      return `${part.text}\n${"=".repeat(countGraphemes(part.text) * (locale === "zh" ? 2 : 1))}`;
    case "list":
      return part.items
        .map(({ title, note, href }) => lines([`– ${title}`, note, href]).replaceAll("\n", "\n  "))
        .join("\n");
    case "button":
      return pair(locale, part.label, part.href);
    case "facts":
      return lines(part.rows.map(([label, value]) => pair(locale, label, value)));
  }
}
