import { referenceLabel } from "@/db/reference/lists";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { amountToEdit } from "@/lib/dues/amounts";
import type { CategoryFee } from "@/lib/dues/queries";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type FeesFormProps = { year: number; fees: CategoryFee[]; action: FormAction; locale: Locale };

/** What each kind of membership pays for a year. */
export function FeesForm({ year, fees, action, locale }: FeesFormProps) {
  const t = getTranslator(locale, "dues");
  return (
    <KeyedForm
      action={action}
      className="space-y-5"
      hidden={{ year: String(year) }}
      locale={locale}
      scope="fees"
    >
      <p className="max-w-measure text-muted">{t("fees.lead")}</p>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        {fees.map(({ category, amountCents }) => (
          <TextField
            autoComplete="off"
            defaultValue={amountCents === null ? "" : amountToEdit(amountCents, locale)}
            inputMode="decimal"
            key={category}
            label={referenceLabel("membershipCategories", category, locale)}
            name={`fees.${category}`}
            width="short"
          />
        ))}
      </div>
      <SubmitButton variant="secondary">{t("fees.submit")}</SubmitButton>
    </KeyedForm>
  );
}
