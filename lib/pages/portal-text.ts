import { referenceItem } from "@/db/reference/lists";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { ClubPage, PageContent } from "./page";

/** What a page says as long as the club has not written its own, in one language, its values still in braces. */
export type PortalText = { title: string; description: string; lead: string; body: string };

/** The days on which those were written that say how things stand. */
export const WRITTEN_ON: Partial<Record<ClubPage, string>> = {
  privacy: "2026-12-01",
  accessibility: "2026-11-25",
};

/** The portal's text of a page. */
export function portalText(page: ClubPage, locale: Locale): PortalText {
  if (page === "charter") return charterText(locale);
  const t = getTranslator(locale, "pages");
  const say = (name: keyof PortalText) => String(t.raw(`${page}.${name}` as "privacy.lead"));
  return {
    title: say("title"),
    description: say("description"),
    lead: say(page === "legal" ? "description" : "lead"),
    body: say("body"),
  };
}

/** Kept among the texts that are agreed to: its first line introduces the commitments. */
function charterText(locale: Locale): PortalText {
  const t = getTranslator(locale, "consents");
  const text = referenceItem("consentPurposes", "charter")?.text?.[locale] ?? "";
  const [lead = "", ...commitments] = text.split("\n");
  return {
    title: t("charter.title"),
    description: t("charter.description"),
    lead,
    body: commitments.map((one, index) => `${index + 1}. ${one}`).join("\n"),
  };
}

/** The same in all languages, as the club's own text begins. */
export function portalContent(page: ClubPage): Omit<PageContent, "provenance"> {
  const texts = LOCALES.map((locale) => [locale, portalText(page, locale)] as const);
  const each = (name: keyof PortalText) =>
    Object.fromEntries(texts.map(([locale, text]) => [locale, text[name]]));
  return {
    originalLocale: "fr",
    title: each("title"),
    lead: each("lead"),
    body: each("body"),
    effectiveOn: null,
  };
}

/** Which version of the charter is agreed to: the portal's own, and after it each of the club's (`number`, 0 for none). */
export const charterVersion = (number: number): number =>
  (referenceItem("consentPurposes", "charter")?.version ?? 1) + number;
