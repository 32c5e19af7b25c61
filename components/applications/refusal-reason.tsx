import { referenceItem } from "@/db/reference/lists";
import type { OwnApplication } from "@/lib/applications/queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Card } from "../ui/card";
import { QuotedWords } from "../ui/quoted-words";

type RefusalReasonProps = {
  refusal: NonNullable<OwnApplication["refusal"]>;
  /** The applicant's language: words to them are written in it. */
  wordsLocale: Locale;
  locale: Locale;
};

/** Why an application was refused: the sentence of the reason and the team's own words. */
export function RefusalReason({ refusal, wordsLocale, locale }: RefusalReasonProps) {
  const t = getTranslator(locale, "applications");
  const reason = referenceItem("reasonsApplicationRefusal", refusal.reasonCode ?? "");
  return (
    <Card as="section" labelledBy="reason">
      <h2 className="font-semibold text-xl" id="reason">
        {t("status.reason")}
      </h2>
      {reason ? <p className="mt-3 max-w-measure">{reason.message?.[locale]}</p> : null}
      {refusal.words ? (
        <div className="mt-4">
          <p className="mb-2 text-muted text-sm">{t("status.words")}</p>
          <QuotedWords lang={wordsLocale} words={refusal.words} />
        </div>
      ) : null}
    </Card>
  );
}
