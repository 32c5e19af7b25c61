import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Card } from "../ui/card";
import { MoveForm } from "../ui/move-form";

type ConfirmPanelProps = {
  action: FormAction;
  locale: Locale;
  /** When the profile was last confirmed, `YYYY-MM-DD`. */
  confirmedOn: string;
};

/** Asks once a year whether a profile is still right: one button says that it is. */
export function ConfirmPanel({ action, locale, confirmedOn }: ConfirmPanelProps) {
  const t = getTranslator(locale, "members");
  return (
    <Card as="section" labelledBy="confirm">
      <h2 className="mb-2 font-semibold text-lg" id="confirm">
        {t("confirm.title")}
      </h2>
      <MoveForm
        action={action}
        hidden={{}}
        label={t("confirm.submit")}
        locale={locale}
        scope="confirm"
      >
        <p className="max-w-measure">
          {t("confirm.text", { day: formatDay(confirmedOn, locale) })}
        </p>
      </MoveForm>
    </Card>
  );
}
