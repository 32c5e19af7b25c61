import { z } from "zod";
import { isDay, isMinute, readPartDay, today } from "../dates";
import { code } from "../errors";
import { LOCALES } from "../i18n/locales";
import { segmentsOf } from "./segments";

/** What is said by being sent: all that a button says. */
export const noFields = z.strictObject({});

type Parsed = { value: unknown; issues: { path?: PropertyKey[] }[] };

/**
 * For a rule over several fields: it is asked as soon as these are right, whatever is wrong elsewhere, so that all faults are
 * told at once. Without it a rule waits until every field by itself is right.
 */
export const onceRight = (...fields: string[]) => ({
  when: ({ value, issues }: Parsed) =>
    typeof value === "object" &&
    value !== null &&
    !issues.some(({ path = [] }) => path.length === 0 || fields.includes(String(path[0]))),
});

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Letters as a reader counts them: an emoji with its modifiers is one. */
export function countGraphemes(text: string): number {
  if (/^[\u0020-\u024f\u3000-\u9fff\n]*$/.test(text)) return text.length;
  return segmentsOf(text, graphemes).length;
}

/** Postgres cannot store NUL or half a surrogate pair; other control characters only disturb. */
const isStorable = (text: string) =>
  text.isWellFormed() && !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text) && !PILED.test(text);

/** More accents on one letter than any script needs (UAX #15, stream-safe text); sorting them costs their square. */
const PILED = /\p{M}{31}/u;

/** Signs that show nothing: a text of these alone is empty. */
const INVISIBLE = /^[\p{Cf}\p{DI}\p{Z}\s\u2800]*$/u;

/** Characters that turn the reading direction of what follows. */
const BIDI_CONTROLS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function clean(text: string): string {
  if (INVISIBLE.test(text)) return "";
  return text.normalize("NFC").replace(/\r\n?/g, "\n").replace(BIDI_CONTROLS, "").trim();
}

/** Refuses with `tooLong`, which names the limit and what there is. */
export const atMost =
  (most: number, count: (text: string) => number) =>
  (text: string, context: z.RefinementCtx): void => {
    const typed = count(text);
    if (typed <= most) return;
    context.addIssue({ code: "custom", message: code("tooLong"), params: { most, typed } });
  };

function words(max: number, form: RegExp | null) {
  return z
    .string({ error: code("required") })
    .superRefine(atMost(max, ({ length }) => (length > max * 12 ? length : 0)))
    .refine(isStorable, code("unreadableCharacters"))
    .transform(clean)
    .superRefine(atMost(max, countGraphemes))
    .refine((text) => !form || form.test(text), code("oneLine"));
}

/** One line of text, at most `max` graphemes, not empty. */
export const line = (max: number) =>
  words(max, /^[^\n]*$/).refine((text) => text !== "", code("required"));

/** One line that may be left empty (gives `""`). */
export const optionalLine = (max: number) => words(max, /^[^\n]*$/).default("");

/** Several lines, at most `max` graphemes, not empty. */
export const paragraph = (max: number) =>
  words(max, null).refine((text) => text !== "", code("required"));

/** Several lines that may be left empty (gives `""`). */
export const optionalParagraph = (max: number) => words(max, null).default("");

/** The page of a list that an address asks for; the first where it asks for none, or for what is no page. */
export const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);

/** A text in up to three languages; empty ones are left out. `max` graphemes each. */
export function localized(max: number, isLine = false) {
  const one = words(max, isLine ? /^[^\n]*$/ : null).optional();
  return z
    .strictObject({ fr: one, en: one, zh: one })
    .default({})
    .transform((text) => {
      const kept: { fr?: string; en?: string; zh?: string } = {};
      for (const locale of LOCALES) if (text[locale]) kept[locale] = text[locale];
      return kept;
    });
}

/** Ticked values of a group: one, several or none; each must be in the list. */
export function choices<T extends string>(
  allowed: readonly T[] | ((value: string) => boolean),
  max = 40,
) {
  const isAllowed = (value: string) =>
    typeof allowed === "function" ? allowed(value) : (allowed as readonly string[]).includes(value);
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => [...new Set([value ?? []].flat().filter((one) => one !== ""))] as T[])
    .refine((list) => list.length <= max, { error: code("tooMany"), params: { most: max } })
    .refine((list) => list.every(isAllowed), code("notInList"));
}

/** One value of a list; `notChosen` where none was. */
export function choice<T extends string>(allowed: readonly T[] | ((value: string) => boolean)) {
  return z.string({ error: code("notChosen") }).transform((value, context) => {
    const found =
      typeof allowed === "function"
        ? allowed(value)
        : (allowed as readonly string[]).includes(value);
    if (!found) {
      context.addIssue({ code: "custom", message: code(value === "" ? "notChosen" : "notInList") });
      return z.NEVER;
    }
    return value as T;
  });
}

/** One value of a list, or none (`""` and absent give null). */
export function optionalChoice<T extends string>(
  allowed: readonly T[] | ((value: string) => boolean),
) {
  return z
    .string()
    .optional()
    .transform((value) => value || null)
    .pipe(z.union([z.null(), choice(allowed)], { error: code("notInList") }));
}

/** A calendar day `YYYY-MM-DD` that exists between 1900 and 2199, or none. */
export const optionalDay = z
  .string()
  .optional()
  .transform((value) => value?.trim() || null)
  .refine((value) => value === null || isDay(value), code("notADate"));

/** A minute as browsers send one (`2026-10-15T08:00`) or as it is kept (`2026-10-15 08:00`), or none. */
export const optionalMinute = z
  .string()
  .optional()
  .transform((value) => value?.trim().slice(0, 16).replace("T", " ") || null)
  .refine((value) => value === null || isMinute(value), code("notAMinute"));

/** A date as far as it is known, `1988`, `1988-01` or `1988-01-19` however it is written, or none. */
export const optionalPartDay = z
  .string()
  .max(40, code("notAPartDate"))
  .optional()
  .transform((value, context) => {
    const written = value?.trim();
    const read = written ? readPartDay(written) : null;
    if (read || !written) return read;
    context.addIssue({ code: "custom", message: code("notAPartDate") });
    return z.NEVER;
  });

/** A calendar day `YYYY-MM-DD` that exists between 1900 and 2199. */
export const day = optionalDay.transform(refuseMissing);

/** A year from `first` on (full-width figures too), at most `ahead` years from now, or none. */
export const optionalYear = (first: number, ahead = 0) =>
  z
    .string()
    .optional()
    .transform((value) => value?.normalize("NFKC").trim() || null)
    .refine(
      (value) => value === null || (/^\d{3,4}$/.test(value) && Number(value) >= first),
      // As text: a year has no thousands separator.
      { error: code("notAYear"), params: { first: String(first) } },
    )
    .transform((value) => (value === null ? null : Number(value)))
    .superRefine((year, context) => {
      const latest = Number(today().slice(0, 4)) + ahead;
      if ((year ?? 0) <= latest) return;
      const params = { latest: String(latest) };
      context.addIssue({ code: "custom", message: code("yearTooFar"), params });
    });

/** A year from `first` to this one. */
export const year = (first: number) => optionalYear(first).transform(refuseMissing);

/** What nobody sees around a pasted address: spaces, and the marks of direction that address books put there. */
const UNSEEN_ENDS = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;

/**
 * An e-mail address as the unique key: without unseen marks around it, NFKC, checked, then lower-cased.
 * Refuses quoted local parts, look-alike `＠`, control characters and lists.
 */
export const email = z
  .string({ error: code("required") })
  .superRefine(atMost(254, ({ length }) => length))
  .transform((value, context) => {
    const address = value.replace(UNSEEN_ENDS, "");
    const isPlain = /^[^\s"(),:;<>@[\\\]\p{C}]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u;
    if (address === "" || !isPlain.test(address) || !isPlain.test(address.normalize("NFKC"))) {
      context.addIssue({
        code: "custom",
        message: code(address === "" ? "required" : "notAnEmail"),
      });
      return z.NEVER;
    }
    return address.normalize("NFKC").toLowerCase();
  });

/** A row's id from a hidden field. */
export const rowId = z.uuid({ error: code("notFound") });

/** The most that the database counts to. */
const MOST = 2_147_483_647;

/** The row version a form was opened on. */
export const rowVersion = z.coerce
  .number({ error: code("conflict") })
  .int(code("conflict"))
  .min(1, code("conflict"))
  .max(MOST, code("conflict"));

/** The number of something that is counted from 1, as an address or a hidden field gives it. */
export const rowNumber = z.coerce
  .number({ error: code("notFound") })
  .int(code("notFound"))
  .min(1, code("notFound"))
  .max(MOST, code("notFound"));

/** A lone checkbox: ticked or absent. */
export const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** Refuses what was not given. */
function refuseMissing<Value>(value: Value | null, context: z.RefinementCtx): Value {
  if (value !== null) return value;
  context.addIssue({ code: "custom", message: code("required") });
  return z.NEVER;
}
