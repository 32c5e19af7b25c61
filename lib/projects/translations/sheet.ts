import { hashToken } from "@/lib/core/auth/tokens";
import type { Locale } from "@/lib/core/i18n/locales";
import { PROJECT_TEXTS, type ProjectContent, type ProjectText } from "../project";

type Content = Pick<ProjectContent, ProjectText | "originalLocale">;

type Offered = { field: ProjectText; locale: Locale; words: string };

/** The texts of a project that can be translated: those that stand in its original language. */
export function translatableTexts(content: Content): ProjectText[] {
  return PROJECT_TEXTS.filter((field) => Boolean(content[field][content.originalLocale]));
}

/** The languages a project can be translated into. */
export function isTranslatableInto(content: Content, locale: Locale): boolean {
  return locale !== content.originalLocale;
}

/** Tells two states of the same texts apart, so that nobody translates or accepts what has changed meanwhile. */
export function fingerprintOf(...texts: (string | undefined)[]): string {
  return hashToken(JSON.stringify(texts.map((text) => text ?? ""))).slice(0, 24);
}

/** The fingerprint of what a translator into this language read: the originals of these texts. */
export function originalsFingerprint(content: Content, fields: readonly ProjectText[]): string {
  return fingerprintOf(
    ...fields.flatMap((field) => [field, content[field][content.originalLocale]]),
  );
}

/** The fingerprint of what the owner saw beside each other: originals and translations. */
export function sheetFingerprint(content: Content, locale: Locale): string {
  return fingerprintOf(
    locale,
    ...PROJECT_TEXTS.flatMap((field) => [
      content[field][content.originalLocale],
      content[field][locale],
    ]),
  );
}

/** The fingerprint of an offer as the owner weighs it: original, present translation, offered words. */
export function offerFingerprint(content: Content, { field, locale, words }: Offered): string {
  const text = content[field];
  return fingerprintOf(field, locale, text[content.originalLocale], text[locale], words);
}

/** The fingerprint of several offers that are weighed together, in their order. */
export function offersFingerprint(content: Content, offers: readonly Offered[]): string {
  return fingerprintOf(...offers.map((offer) => offerFingerprint(content, offer)));
}
