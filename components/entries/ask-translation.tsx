import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Card } from "../ui/card";
import { MoveForm } from "../ui/move-form";

type AskTranslationProps = {
  entryId: string;
  to: Locale;
  /** Who is asked, and what becomes of their translation. */
  text: string;
  /** When those who translate were last asked for it, if lately. */
  askedAt: Date | null;
  locale: Locale;
  action: FormAction;
};

/** For what has no translation yet: one act asks the members who translate between the two languages. */
export function AskTranslation(props: AskTranslationProps) {
  const { entryId, to, text, askedAt, locale, action } = props;
  const t = getTranslator(locale, "translations");
  return (
    <Card as="section" className="mt-10" labelledBy="ask">
      <h2 className="font-semibold text-lg" id="ask">
        {t("wish.title")}
      </h2>
      <p className="mt-1 mb-4 max-w-measure text-secondary">
        {askedAt ? t("wish.asked", { day: formatDay(askedAt, locale) }) : text}
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
