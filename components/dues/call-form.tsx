import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { CheckboxGroup } from "../ui/checkbox-group";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type CallFormProps = {
  accountId: string;
  /** The payer first, then their colleagues. */
  people: { value: string; label: string; hint?: string }[];
  year: number;
  addressMax: number;
  action: FormAction;
  locale: Locale;
};

/** One call: for which year, whom it covers, how much. */
export function CallForm({ accountId, people, year, addressMax, action, locale }: CallFormProps) {
  const t = getTranslator(locale, "dues");
  return (
    <KeyedForm
      action={action}
      className="space-y-6"
      hidden={{ accountId }}
      locale={locale}
      scope="call"
    >
      <TextField
        autoComplete="off"
        defaultValue={String(year)}
        inputMode="numeric"
        label={t("call.year")}
        name="year"
        required
        width="short"
      />
      <CheckboxGroup
        defaultValue={[accountId]}
        hint={people.length > 1 ? t("call.coversHint") : undefined}
        legend={t("call.covers")}
        name="covers"
        options={people}
      />
      <TextField
        autoComplete="off"
        hint={t("call.amountHint")}
        inputMode="decimal"
        label={t("call.amount")}
        name="amount"
        width="short"
      />
      <TextField
        autoComplete="off"
        hint={t("call.addressHint")}
        label={t("call.address")}
        maxLength={addressMax}
        name="address"
        rows={3}
      />
      <SubmitButton>{t("call.submit")}</SubmitButton>
    </KeyedForm>
  );
}
