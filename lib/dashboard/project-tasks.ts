import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { pageOf } from "@/lib/entries/noun";
import type { WaitingQuestions } from "@/lib/entries/questions/waiting.queries";
import type { WaitingOffers } from "@/lib/entries/waiting-offers.queries";
import { quoteOf, type Task } from "./task";

/** Most projects of each that are shown. */
const MOST = 3;

/** What the reader wrote under which members' questions wait for an answer. */
export function questionTasks(waiting: readonly WaitingQuestions[], locale: Locale): Task[] {
  const t = getTranslator(locale, "home");
  return waiting.slice(0, MOST).map(({ count, question, questionLocale, ...entry }) => ({
    kind: "question",
    href: path(locale, `${pageOf(entry)}#questions`),
    title: t("todo.question", {
      kind: entry.entryKind,
      count,
      title: titleOf(entry, locale),
    }),
    text: t("todo.questionText", { kind: entry.entryKind }),
    ...quoteOf(question, questionLocale),
  }));
}

/** What the reader wrote for which members offer translations, each leading to the language that waited longest. */
export function translationTasks(waiting: readonly WaitingOffers[], locale: Locale): Task[] {
  const t = getTranslator(locale, "home");
  return waiting.slice(0, MOST).map(({ count, to, isBeingRead, ...entry }) => ({
    kind: "translation",
    href: path(locale, `${pageOf(entry)}/translate`, { to }),
    title: t("todo.translation", { count, title: titleOf(entry, locale) }),
    text: isBeingRead
      ? t("todo.translationBeingReadText", { kind: entry.entryKind })
      : t("todo.translationText", { count }),
  }));
}

function titleOf(entry: { title: LocalizedText; originalLocale: Locale }, locale: Locale) {
  const title = pickText(entry.title, locale, entry.originalLocale);
  return title?.text ?? getTranslator(locale, "home")("todo.untitled");
}
