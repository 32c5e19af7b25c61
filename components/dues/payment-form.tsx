import { PAYMENT_WAYS } from "@/db/enums";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { formatAmount } from "@/lib/dues/amounts";
import { KeyedForm } from "../ui/keyed-form";
import { SelectField } from "../ui/select-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type PaymentFormProps = {
  documentId: string;
  amountCents: number;
  /** `YYYY-MM-DD`. */
  today: string;
  action: FormAction;
  locale: Locale;
};

/** That a call was paid: when, how, with which reference. */
export function PaymentForm(props: PaymentFormProps) {
  const { documentId, amountCents, today, action, locale } = props;
  const t = getTranslator(locale, "dues");
  return (
    <KeyedForm
      action={action}
      className="space-y-5"
      hidden={{ documentId }}
      locale={locale}
      scope="payment"
    >
      <p>{t("pay.lead", { amount: formatAmount(amountCents, locale) })}</p>
      <TextField
        defaultValue={today}
        label={t("pay.day")}
        name="paidOn"
        required
        type="date"
        width="short"
      />
      <SelectField
        label={t("pay.way")}
        name="way"
        options={PAYMENT_WAYS.map((value) => ({ value, label: t(`way.${value}`) }))}
        required
      />
      <TextField
        autoComplete="off"
        hint={t("pay.referenceHint")}
        label={t("pay.reference")}
        name="reference"
      />
      <SubmitButton>{t("pay.submit")}</SubmitButton>
    </KeyedForm>
  );
}
