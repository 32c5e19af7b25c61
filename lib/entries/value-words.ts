import { referenceLabel } from "@/db/reference/lists";
import type { StoredSource } from "@/db/stored";
import { formatDay, formatMinute, formatPartDay } from "@/lib/core/dates";
import { LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { type Field, listOf } from "./description";
import type { Noun } from "./noun";
import { fieldName, nounWords } from "./noun-words";

type Chosen = number | boolean | string | string[] | StoredSource[] | null;

/** What was chosen in a field, in words of the reader's language, as the reference list calls it; `""` when nothing was. */
export function valueWords(field: Field, value: Chosen, locale: Locale): string {
  // As text: a year has no thousands separator.
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return getTranslator(locale, "entries")(value ? "yes" : "no");
  if (value === null || value.length === 0) return "";
  if (field.kind === "language") return LOCALE_NAME[value as Locale];
  if (field.kind === "day") return formatDay(String(value), locale);
  if (field.kind === "minute") return formatMinute(String(value), locale);
  if (field.kind === "date") return formatPartDay(String(value), locale);
  const list = listOf(field);
  const labels = [value].flat().map((one) => {
    if (typeof one === "object") return sourceWords(one, locale);
    return list ? referenceLabel(list, one, locale) : one;
  });
  return sideBySide(labels, locale);
}

/** A source with its address and the day somebody last read it. */
const sourceWords = ({ title, url, opened }: StoredSource, locale: Locale) =>
  getTranslator(locale, "entries")("sources.whole", {
    title,
    address: url,
    opened: openedWords({ opened }, locale),
  });

/** When somebody last read a source, if ever. */
export function openedWords({ opened }: Pick<StoredSource, "opened">, locale: Locale): string {
  const t = getTranslator(locale, "entries");
  return opened ? t("sources.openedOn", { day: formatDay(opened, locale) }) : t("sources.unopened");
}

/** The same of a field of a content, whatever its kind; of a `state` as the editor of the noun calls it. */
export function chosenWords(noun: Noun, content: object, name: string, locale: Locale): string {
  const field = noun.fields[name];
  const value = (content as Record<string, Chosen>)[name] ?? null;
  if (!field) return "";
  const own = `choices.${name}.${value}` as const;
  const say = nounWords(noun, locale);
  if (field.kind === "state" && say.has(own)) return say(own);
  return valueWords(field, value, locale);
}

/** What was chosen in some fields, each with what it is called, for a list of facts. */
export const factsOf = (noun: Noun, names: readonly string[], content: object, locale: Locale) =>
  names.map((name) => ({
    term: fieldName(noun, name, locale),
    value: chosenWords(noun, content, name, locale),
  }));
