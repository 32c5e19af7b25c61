import { isReference } from "@/db/reference/lists";
import { clubName } from "@/lib/core/i18n/club-name";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { facetLabel } from "@/lib/experiences/experience-filters";

/** Public pages about no one thing, and what each is called. */
const TITLES: Record<string, (locale: Locale) => string> = {
  "/": clubName,
  "/heritage": (locale) => getTranslator(locale, "heritage")("title"),
  "/projects": (locale) => getTranslator(locale, "projects")("list.title"),
  "/organisations": (locale) => getTranslator(locale, "organisations")("title"),
  "/activities": (locale) => getTranslator(locale, "activities")("title"),
  "/experiences": (locale) => getTranslator(locale, "experiences")("list.title"),
  "/experiences/topics": (locale) => getTranslator(locale, "experiences")("handbook.title"),
  "/events": (locale) => getTranslator(locale, "events")("list.title"),
  "/cooperations": (locale) => getTranslator(locale, "cooperations")("list.title"),
  "/apply": (locale) => getTranslator(locale, "applications")("start.title"),
  "/sign-in": (locale) => getTranslator(locale, "accounts")("signIn.title"),
};

/** What a public page about no one thing is called; null for any other. */
export function pageTitle(to: string, locale: Locale): string | null {
  const [, topic] = /^\/experiences\/topics\/([a-z-]+)$/.exec(to) ?? [];
  if (topic && isReference("experienceTopics", topic)) return facetLabel("topics", topic, locale);
  return Object.hasOwn(TITLES, to) ? (TITLES[to]?.(locale) ?? null) : null;
}
