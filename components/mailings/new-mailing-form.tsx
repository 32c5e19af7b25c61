import { MAILING_KINDS } from "@/db/enums";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { KeyedForm } from "../ui/keyed-form";
import { RadioGroup } from "../ui/radio-group";
import { SubmitButton } from "../ui/submit-button";

type NewMailingFormProps = { action: FormAction; locale: Locale };

/** What kind of message is begun, each with what becomes of it. */
export function NewMailingForm({ action, locale }: NewMailingFormProps) {
  const t = getTranslator(locale, "mailings");
  return (
    <KeyedForm action={action} className="space-y-4" locale={locale} scope="new-mailing">
      <RadioGroup
        legend={t("new.kind")}
        name="kind"
        required
        options={MAILING_KINDS.map((value) => ({
          value,
          label: t(`kinds.${value}.label`),
          hint: t(`kinds.${value}.hint`),
        }))}
      />
      <SubmitButton>{t("new.submit")}</SubmitButton>
    </KeyedForm>
  );
}
