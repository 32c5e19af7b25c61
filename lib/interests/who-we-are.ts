import { referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ANSWER_MAX } from "./interest-limits";

type Self = {
  profile: { jobTitle: LocalizedText; bio: LocalizedText; originalLocale: Locale } | null;
  organisation: { kind: string } | null;
};

/**
 * What one's profile answers to "who are you", in the reader's language, as long as an answer may be: the kind of
 * organisation, not its name; the job title, the biography. The directory finds who wrote it: nobody sends it unasked.
 */
export function whoWeAre({ profile, organisation }: Self, locale: Locale): string {
  const t = getTranslator(locale, "interests");
  const inWords = (text: LocalizedText | undefined) =>
    pickText(text, locale, profile?.originalLocale)?.text ?? "";
  const title = inWords(profile?.jobTitle);
  const kind = organisation && referenceLabel("organisationKinds", organisation.kind, locale);
  const parts = [
    kind ? t("form.prefillKind", { kind }) : "",
    title ? t("form.prefillJob", { title }) : "",
  ];
  const head = parts.filter(Boolean).join(locale === "zh" ? "" : " ");
  const whole = [head, inWords(profile?.bio)].filter(Boolean).join("\n\n");
  return Array.from(whole).slice(0, ANSWER_MAX).join("").trim();
}
