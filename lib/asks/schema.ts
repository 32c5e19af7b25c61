import { z } from "zod";
import { LOCALES } from "@/lib/core/i18n/locales";
import { choice, optionalParagraph, paragraph, rowId, rowVersion } from "@/lib/core/text/fields";
import { atLeast } from "@/lib/core/text/least-length";
import { ASK_LENGTH } from "./ask";

/** The lines of a text one after the other. */
const inOneLine = (text: string) =>
  text
    .split("\n")
    .flatMap((line) => line.trim() || [])
    .join(" ");

/** A question to the club, in the language of the page. Faults: `required`, `tooShort`, `tooLong`. */
export const postAskInput = z.strictObject({
  locale: choice(LOCALES),
  text: atLeast(ASK_LENGTH.least, paragraph(ASK_LENGTH.most).transform(inOneLine)),
});

export const markHelpfulInput = z.strictObject({ questionId: rowId, version: rowVersion });

/** Without words a translation is taken back. Faults: `tooLong`. */
export const translateAskInput = z.strictObject({
  askId: rowId,
  locale: choice(LOCALES),
  version: rowVersion,
  words: optionalParagraph(ASK_LENGTH.most).transform(inOneLine),
});
