import { COOPERATION } from "@/lib/cooperations/cooperation";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { KeyedForm } from "../ui/keyed-form";
import { LanguageField } from "../ui/language-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import { PartiesFields } from "./parties-fields";

type StartFormProps = { action: FormAction; locale: Locale };

/** What an agreement begins with: its title in one language, and who agreed. */
export function StartForm({ action, locale }: StartFormProps) {
  const t = getTranslator(locale, "cooperations");
  return (
    <KeyedForm action={action} className="max-w-3xl space-y-7" locale={locale}>
      <LanguageField
        label={t("new.language")}
        name="originalLocale"
        required={false}
        value={locale}
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
