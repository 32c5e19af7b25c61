import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { TranslationSheet } from "@/lib/entries/translation-sheet.queries";
import { Card } from "../ui/card";
import { MoveForm } from "../ui/move-form";

type AskTranslationProps = {
  sheet: TranslationSheet;
  /** When those who translate were last asked for it, if lately. */
  askedAt: Date | null;
  locale: Locale;
  action: FormAction;
};

/** For what has no translation yet: one act asks the members who translate between the two languages. */
export function AskTranslation({ sheet, askedAt, locale, action }: AskTranslationProps) {
  const t = getTranslator(locale, "translations");
  const { entryId, mayAsk, to, original, fields } = sheet;
  if (!mayAsk || fields.every(({ current }) => current !== "")) return null;
  return (
    <Card as="section" className="mt-10" labelledBy="ask">
      <h2 className="font-semibold text-lg" id="ask">
        {t("wish.title")}
      </h2>
      <p className="mt-1 mb-4 max-w-measure text-secondary">
        {askedAt
          ? t("wish.asked", { day: formatDay(askedAt, locale) })
          : t("wish.text", { from: original, to })}
      </p>
      {askedAt ? null : (
        <MoveForm
          action={action}
          hidden={{ entryId, locale: to }}
          isKeyless
          label={t("wish.button")}
          locale={locale}
          scope="ask"
          variant="secondary"
        />
      )}
    </Card>
  );
}
