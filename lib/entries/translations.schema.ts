import { z } from "zod";
import { LOCALES } from "@/lib/core/i18n/locales";
import {
  choice,
  choices,
  line,
  optionalLine,
  optionalParagraph,
  rowId,
} from "@/lib/core/text/fields";
import { type Description, textsIn } from "./description";
import { DECLINE_MAX } from "./offer-limits";

/** Which texts into which language; `fingerprint` tells what the page showed. */
const target = { entryId: rowId, locale: choice(LOCALES), fingerprint: line(64) };

/** What the owner typed into the sheet of a noun, and the texts whose older translation is still right. */
export const saveTranslationsInput = (fields: Description) =>
  z.strictObject({ ...target, words: wordsInput(fields), confirmed: choices(textsIn(fields)) });

/** What a member offers the owner; whether it is right is the owner's to say, so nothing is confirmed. */
export const offerTranslationsInput = (fields: Description) =>
  z.strictObject({ ...target, words: wordsInput(fields) });

export const machineInput = z.strictObject(target);

export const askTranslationInput = z.strictObject({ entryId: rowId, locale: choice(LOCALES) });

export const acceptOfferInput = z.strictObject({ offerId: rowId, fingerprint: line(64) });

export const declineOfferInput = z.strictObject({
  offerId: rowId,
  words: optionalParagraph(DECLINE_MAX),
});

export const withdrawOfferInput = z.strictObject({ offerId: rowId });

/** What the form does not hold stays as it is; `""` empties it. */
const wordsInput = (fields: Description) =>
  z
    .strictObject(
      Object.fromEntries(
        Object.entries(fields).flatMap(([name, field]) => {
          if (field.kind !== "text") return [];
          const words = field.isLine ? optionalLine(field.most) : optionalParagraph(field.most);
          return [[name, words.removeDefault().optional()]];
        }),
      ),
    )
    .default({});
