import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Card } from "../ui/card";

/** In the place of the full text, for a member whose interest the owner has not accepted. */
export function BehindAcceptance({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "projects");
  return (
    <Card as="section" labelledBy="behind">
      <h2 className="font-semibold text-xl" id="behind">
        {t("behind.title")}
      </h2>
      <p className="mt-2 max-w-measure text-secondary">{t("behind.text")}</p>
    </Card>
  );
}
