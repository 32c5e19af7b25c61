import type { z } from "zod";
import type { ErrorCode } from "../errors";
import type { Locale } from "../i18n/locales";
import { countGraphemes } from "./fields";

/** So many Latin letters say about as much as one Chinese character. */
const LATIN_PER_HAN = 3;

/** A minimum in characters, for a text in Latin letters and for one in Chinese. */
export const leastLengths = (latin: number) => ({
  latin,
  chinese: Math.ceil(latin / LATIN_PER_HAN),
});

/** The minimum that a form names to readers of a language. */
export const leastLengthIn = (locale: Locale, latin: number) =>
  leastLengths(latin)[locale === "zh" ? "chinese" : "latin"];

/**
 * How many characters a text must have where `latin` are asked of one in Latin letters. A text is Chinese where its Han
 * characters say as much as its other letters, whatever the language of the page it was written on.
 */
export function leastLengthOf(text: string, latin: number): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const { chinese } = leastLengths(latin);
  return han > 0 && han * LATIN_PER_HAN >= letters - han ? chinese : latin;
}

/**
 * A field whose text must have at least `latin` characters, a third of it in Chinese. What is empty is left to the
 * field's own rule. Refused with `tooShort`, which names the minimum of the text's script and what there is.
 */
export const atLeast = (latin: number, field: z.ZodType<string, string>) =>
  field.superRefine((text, context) => {
    const [typed, least] = [countGraphemes(text), leastLengthOf(text, latin)];
    if (text === "" || typed >= least) return;
    const message: ErrorCode = "tooShort";
    context.addIssue({ code: "custom", message, params: { typed, least } });
  });
