import { isReference, type ReferenceList, referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { fieldLabel } from "@/lib/projects/choice-words";
import type { Reason, Weighed } from "./matching-score";
import type { SharedWords } from "./matching-words";

/** Whether the reader is the one who fits (`mine`), or reads of somebody who fits their project (`theirs`). */
export type ReasonSide = "mine" | "theirs";

/** A reason as a sentence; `quoted` follows it at once and closes it with words of a text in the reader's language, where they share any. */
export type ReasonWords = { text: string; quoted: string | null };

/** So many words of a text are quoted. */
const QUOTED = 4;

/** What a project shows instead of sectors and cities; one's own project is compared as it is, so that these are `mine`. */
const WIDER = { sectors: "groups", cities: "divisions" } as const;

/** A reason in words of the reader's language, with the data behind it. */
export function reasonWords(reason: Reason, side: ReasonSide, locale: Locale): ReasonWords {
  if ("shared" in reason) {
    const t = getTranslator(locale, "matching");
    // A word in another language than the reader's explains nothing.
    if (reason.shared.locale !== locale) {
      return { text: t(`reasons.${side}.${reason.kind}Unquoted`), quoted: null };
    }
    return { text: t(`reasons.${side}.${reason.kind}`), quoted: quotedWords(reason.shared) };
  }
  return { text: sentence(reason, side, locale), quoted: null };
}

/** So many reasons are told, the weightiest first. */
const TOLD = 4;

/** The weightiest reasons, a sentence each. */
export const reasonLines = (reasons: readonly Weighed[], side: ReasonSide, locale: Locale) =>
  reasons.slice(0, TOLD).map(({ reason }) => reasonLine(reason, side, locale));

/** A reason as one sentence, with what it quotes. */
export function reasonLine(reason: Reason, side: ReasonSide, locale: Locale): string {
  const { text, quoted } = reasonWords(reason, side, locale);
  return text + (quoted ?? "");
}

/** What two share, as one of them writes it to the other; empty for a reason that tells of one of them alone. */
export function commonWords(reason: Reason, locale: Locale): string {
  if (reason.kind !== "sectors" && reason.kind !== "cities") return "";
  const t = getTranslator(locale, "matching");
  return t(`reasons.ours.${reason.kind}`, labelsOf(reason.kind, reason.slugs, locale));
}

function quotedWords({ words, locale }: SharedWords): string {
  const t = getTranslator(locale, "matching");
  const quoted = words.slice(0, QUOTED).map((word) => t("reasons.quoted", { word }));
  return locale === "zh" ? `${quoted.join("、")}。` : ` ${quoted.join(", ")}.`;
}

function sentence(
  reason: Exclude<Reason, { shared: SharedWords }>,
  side: ReasonSide,
  locale: Locale,
): string {
  const t = getTranslator(locale, "matching");
  const say = (list: ReferenceList, slug: string) => labelOf(list, slug, locale);
  const sayAll = (list: ReferenceList, slugs: string[]) => labelsOf(list, slugs, locale);
  switch (reason.kind) {
    case "sectors":
    case "cities":
      return reason.slugs.every((slug) => isReference(reason.kind, slug))
        ? t(`reasons.${side}.${reason.kind}`, sayAll(reason.kind, reason.slugs))
        : t(`reasons.mine.${WIDER[reason.kind]}`, sayAll(reason.kind, reason.slugs));
    case "languages":
      return t(`reasons.${side}.languages`, sayAll(reason.kind, reason.slugs));
    case "activity":
      return activitySentence(reason, side, locale);
    case "partnership":
      return t(`reasons.${side}.partnership`, {
        type: say("partnershipTypes", reason.type),
        activity: say("activityKinds", reason.activityKind),
      });
    case "partnerKind": {
      const organisation = say("organisationKinds", reason.organisationKind);
      return t(`reasons.${side}.partnerKind`, { organisation });
    }
    case "direction":
      return t(`reasons.${side}.direction`, { words: insideSentence(reason, locale) });
    case "earlier":
      return reason.city
        ? t(`reasons.${side}.earlierCity`, { city: say("cities", reason.city) })
        : t(`reasons.${side}.earlierSector`, { sector: say("sectors", reason.sector ?? "") });
  }
}

const labelOf = (list: ReferenceList, slug: string, locale: Locale) =>
  list === "sectors" || list === "cities"
    ? fieldLabel(list, slug, locale)
    : referenceLabel(list, slug, locale);

const labelsOf = (list: ReferenceList, slugs: readonly string[], locale: Locale) => ({
  count: slugs.length,
  list: sideBySide(
    slugs.map((slug) => labelOf(list, slug, locale)),
    locale,
  ),
});

/** "from Lyon to China": the label of a list, as it goes on after a colon. */
function insideSentence(
  { direction }: Extract<Reason, { kind: "direction" }>,
  locale: Locale,
): string {
  const label = referenceLabel("directions", direction, locale);
  return label.charAt(0).toLocaleLowerCase(locale) + label.slice(1);
}

function activitySentence(
  { city, sector, since, until }: Extract<Reason, { kind: "activity" }>,
  side: ReasonSide,
  locale: Locale,
): string {
  const t = getTranslator(locale, "matching");
  const isWider = city !== null && !isReference("cities", city);
  const place = city ? "City" : "Sector";
  const key = isWider
    ? ("reasons.mine.activityDivision" as const)
    : (`reasons.${side}.activity${place}` as const);
  const values = {
    city: city ? fieldLabel("cities", city, locale) : "",
    sector: sector ? fieldLabel("sectors", sector, locale) : "",
    // As text: a year has no thousands separator.
    since: String(since),
    until: String(until),
  };
  return until === null ? t(key, values) : t(`${key}Ended`, values);
}
