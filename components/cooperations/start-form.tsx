import { COOPERATION } from "@/lib/cooperations/cooperation";
import type { FormAction } from "@/lib/core/form-state";
import { LOCALE_NAME, LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { KeyedForm } from "../ui/keyed-form";
import { SelectField } from "../ui/select-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import { PartiesFields } from "./parties-fields";

type StartFormProps = { action: FormAction; locale: Locale };

/** What an agreement begins with: its title in one language, and who agreed. */
export function StartForm({ action, locale }: StartFormProps) {
  const t = getTranslator(locale, "cooperations");
  return (
    <KeyedForm action={action} className="max-w-3xl space-y-7" locale={locale}>
      <SelectField
        defaultValue={locale}
        label={t("new.language")}
        name="originalLocale"
        options={LOCALES.map((one) => ({ value: one, label: LOCALE_NAME[one] }))}
        width="medium"
      />
      <TextField
        hint={t("hints.title")}
        label={t("fields.title")}
        maxLength={COOPERATION.title.most}
        name="title"
        required
      />
      <PartiesFields locale={locale} />
      <SubmitButton>{t("new.submit")}</SubmitButton>
    </KeyedForm>
  );
}
