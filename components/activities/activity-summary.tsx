import type { ActivityPage } from "@/lib/activities/queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { textNote } from "@/lib/core/i18n/ui-copy";
import { LocalizedProse } from "../ui/localized-prose";

/** What is done, by which means and what came of it; nothing when nobody wrote it. */
export function ActivitySummary({ activity, locale }: { activity: ActivityPage; locale: Locale }) {
  const picked = pickText(activity.summary, locale, activity.originalLocale);
  if (!picked) return null;
  const { text, lang } = picked;
  const t = getTranslator(locale, "activities");
  return (
    <section aria-labelledby="summary">
      <h2 className="mb-3 font-semibold text-2xl" id="summary">
        {t("form.summary")}
      </h2>
      <LocalizedProse
        className="text-lg"
        fallbackLabel={textNote(locale, picked, activity.stale.summary?.includes(lang))}
        lang={lang}
        text={text}
      />
    </section>
  );
}
