import type { z } from "zod";
import type { ErrorCode } from "../errors";
import type { Locale } from "../i18n/locales";
import { countGraphemes } from "./fields";
import { leastLengthOf, leastLengths } from "./script-length";

/** The minimum that a form names to readers of a language. */
export const leastLengthIn = (locale: Locale, latin: number) =>
  leastLengths(latin)[locale === "zh" ? "chinese" : "latin"];

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
