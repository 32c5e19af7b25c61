import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import { CATALOGUES } from "@/lib/core/i18n/catalogues";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { type MailKind, renderMail } from "@/lib/core/mail/render-mail";
import { filledMail, MAIL_KINDS } from "./filled-mails";

const LONG = {
  latin: "Établissement d’une filière de recyclage des emballages de Lyon",
  one: "A".repeat(63),
  han: "里昂与广州之间的可降解包装材料回收利用产业链建设与技术合作项目".repeat(2).slice(0, 63),
};

/** Every way a subject's choices can fall, its other arguments all `name`. */
function cases(locale: Locale, kind: MailKind, name: string): Record<string, string>[] {
  const ways = new Map<string, string[]>();
  const visit = (parts: MessageFormatElement[]): void => {
    for (const part of parts) {
      if (part.type === TYPE.argument) ways.set(part.value, [name]);
      if (part.type !== TYPE.select && part.type !== TYPE.plural) continue;
      ways.set(
        part.value,
        part.type === TYPE.plural ? ["0", "1", "2", "11"] : Object.keys(part.options),
      );
      for (const { value } of Object.values(part.options)) visit(value);
    }
  };
  const { subject, body } = CATALOGUES[locale].mails.kinds[kind];
  visit(parse(body));
  for (const [argument, [first = ""]] of ways) ways.set(argument, [first]);
  visit(parse(subject));
  for (const [argument, value] of Object.entries(OF_OURS)) {
    if (ways.has(argument)) ways.set(argument, [value]);
  }
  return [...ways].reduce<Record<string, string>[]>(
    (all, [argument, values]) =>
      all.flatMap((one) => values.map((value) => ({ ...one, [argument]: value }))),
    [{}],
  );
}

/** What the portal puts in itself, which nobody can write long. */
const OF_OURS = {
  code: "123456",
  day: "30 septembre 2026",
  months: "12",
  club: "OnlyLyon China Business Club",
};

describe.each(LOCALES)("mail subjects in %s", (locale) => {
  test.each(Object.keys(LONG) as (keyof typeof LONG)[])(
    "have 60 characters at most, with names of 63 letters (%s)",
    (script) => {
      const tooLong = MAIL_KINDS.flatMap((kind) =>
        cases(locale, kind, LONG[script])
          .map((data) => renderMail(kind, locale, data).subject)
          .filter((subject) => [...subject].length > 60)
          .map((subject) => `${kind} (${[...subject].length}): ${subject}`),
      );
      expect(tooLong).toEqual([]);
    },
  );
});

test.each(LOCALES)("a subject in %s tells the news before the title", (locale) => {
  const titleFirst = MAIL_KINDS.map((kind) => [kind, CATALOGUES[locale].mails.kinds[kind].subject])
    .filter(([, subject]) => /^[^\p{L}]*(?:项目)?[“«\s]*\{(?:title|project)\}/u.test(subject ?? ""))
    .map(([kind, subject]) => `${kind}: ${subject}`);
  expect(titleFirst).toEqual([]);
});

test.each(LOCALES)(
  "the line that a list of mails shows in %s is the club’s, whatever somebody wrote",
  (locale) => {
    const words = "Compte bloqué : appelez le 00 33";
    const shown = MAIL_KINDS.map((kind) => {
      const { html } = renderMail(kind, locale, {
        ...filledMail(locale, kind),
        words,
        reason: "",
        list: "– Soie",
      });
      const line = /<body[^>]*>.*?<div[^>]*>([^<]*)/su.exec(html)?.[1] ?? "";
      return [kind, line.replace(/[\s\u00a0\u200c]+$/u, "")] as const;
    });
    expect(shown.filter(([, line]) => line.includes("bloqué"))).toEqual([]);
    expect(shown.filter(([, line]) => line.length < 5 || /[:：]$/u.test(line))).toEqual([]);
  },
);
