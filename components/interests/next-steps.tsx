import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Card } from "../ui/card";

/** What happens once an expression of interest is sent. */
export function NextSteps({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "interests");
  return (
    <Card as="section" labelledBy="next-steps">
      <h2 className="font-semibold text-lg" id="next-steps">
        {t("form.what")}
      </h2>
      <ol className="mt-3 list-decimal space-y-2 pl-5 text-secondary">
        {(["next1", "next2", "nextRoom", "next3"] as const).map((step) => (
          <li key={step}>{t(`form.${step}`)}</li>
        ))}
      </ol>
    </Card>
  );
}
