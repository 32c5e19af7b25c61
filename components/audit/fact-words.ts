import { referenceLabel } from "@/db/reference/lists";
import { reasonListIn } from "@/lib/audit/event-words";
import type { TrailEntry } from "@/lib/audit/queries";
import { isLocale, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

const LISTS = [
  "reasonsSuspension",
  "reasonsProjectRefusal",
  "reasonsChangesRequested",
  "reasonsInterestDecline",
  "consentPurposes",
  "activityKinds",
  "roomRoles",
] as const;
const ENUMS = [
  "role",
  "status",
  "moderation",
  "progress",
  "theme",
  "affiliationRole",
  "visibility",
] as const;

/** What says something to a reader, in the order it is told. */
const FACTS = [
  "organisation",
  "mailing",
  "request",
  "reasonCode",
  "applicationReason",
  "role",
  "from",
  "to",
  "way",
  "purpose",
  "activityKind",
  "visibility",
  "version",
  "count",
  "locale",
  "theme",
] as const;

/** The facts kept with an event (`event`), in words; those that only machines need are left out. */
export function factWords(data: TrailEntry["data"], locale: Locale, event = ""): string[] {
  const t = getTranslator(locale, "admin");
  const reasons = reasonListIn(event, data);
  return FACTS.flatMap((name) => {
    const value = data[name];
    if (!value) return [];
    return t("audit.data", {
      name: t(`audit.facts.${name}`),
      value:
        name === "reasonCode" && reasons
          ? referenceLabel(reasons, String(value), locale)
          : wordsOf(name, String(value), locale),
    });
  });
}

function wordsOf(name: (typeof FACTS)[number], value: string, locale: Locale): string {
  if (name === "organisation" || name === "mailing") return value;
  if (name === "applicationReason") {
    return referenceLabel("reasonsApplicationRefusal", value, locale);
  }
  return valueWords(value, locale);
}

function valueWords(value: string, locale: Locale): string {
  if (isLocale(value)) {
    return getTranslator(locale, "translations")("language", { language: value });
  }
  const labels = LISTS.map((list) => referenceLabel(list, value, locale));
  const found = labels.find((label) => label !== value);
  if (found) return found;
  const words = getTranslator(locale, "enums");
  for (const list of ENUMS) {
    const known = `${list}.${value}` as "role.member";
    if (words.has(known)) return words(known);
  }
  const t = getTranslator(locale, "admin");
  const known = `audit.values.${value}` as "audit.values.password";
  if (t.has(known)) return t(known);
  const paid = getTranslator(locale, "dues");
  const way = `way.${value}` as "way.cash";
  return paid.has(way) ? paid(way) : value;
}
