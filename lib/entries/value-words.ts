import { referenceLabel } from "@/db/reference/lists";
import { formatDay } from "@/lib/core/dates";
import { LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { type Description, type Field, listOf } from "./description";

type Chosen = number | string | string[] | null;

/** What was chosen in a field, in words of the reader's language, as the reference list calls it; `""` when nothing was. */
export function valueWords(field: Field, value: Chosen, locale: Locale): string {
  // As text: a year has no thousands separator.
  if (typeof value === "number") return String(value);
  if (value === null || value.length === 0) return "";
  if (field.kind === "language") return LOCALE_NAME[value as Locale];
  if (field.kind === "day") return formatDay(String(value), locale);
  const list = listOf(field);
  const labels = [value].flat().map((slug) => (list ? referenceLabel(list, slug, locale) : slug));
  return sideBySide(labels, locale);
}

/** The same of a field of a content, whatever its kind. */
export function chosenWords(
  fields: Description,
  content: object,
  name: string,
  locale: Locale,
): string {
  const field = fields[name];
  const value = (content as Record<string, Chosen>)[name] ?? null;
  return field ? valueWords(field, value, locale) : "";
}
