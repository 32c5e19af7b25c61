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
import { PROJECT, PROJECT_TEXTS, type ProjectText } from "../project";
import { DECLINE_MAX } from "./words-limit";

const typed = (field: ProjectText) => {
  const max = PROJECT[field].most;
  const words = field === "title" ? optionalLine(max) : optionalParagraph(max);
  // What the form does not hold stays as it is; `""` empties it.
  return [field, words.removeDefault().optional()] as const;
};

type Typed = ReturnType<typeof typed>[1];

const words = z
  .strictObject(Object.fromEntries(PROJECT_TEXTS.map(typed)) as Record<ProjectText, Typed>)
  .default({});

/** Which texts into which language; `fingerprint` tells what the page showed. */
const target = { projectId: rowId, locale: choice(LOCALES), fingerprint: line(64) };

/** What the owner typed, and the texts whose older translation is still right. */
export const saveTranslationsInput = z.strictObject({
  ...target,
  words,
  confirmed: choices(PROJECT_TEXTS),
});

export const offerTranslationsInput = z.strictObject({ ...target, words });

export const machineInput = z.strictObject(target);

export const acceptOfferInput = z.strictObject({ offerId: rowId, fingerprint: line(64) });

export const declineOfferInput = z.strictObject({
  offerId: rowId,
  words: optionalParagraph(DECLINE_MAX),
});

export const withdrawOfferInput = z.strictObject({ offerId: rowId });
