import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { HERITAGE_ITEM } from "@/lib/heritage/heritage";
import { KeyedForm } from "../ui/keyed-form";
import { LanguageField } from "../ui/language-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type StartFormProps = {
  action: FormAction;
  locale: Locale;
};

/** What a new item is called and in which language; the editor asks for the rest. */
export function StartForm({ action, locale }: StartFormProps) {
  const t = getTranslator(locale, "heritage");
  return (
    <KeyedForm action={action} locale={locale}>
      <div className="max-w-2xl space-y-8">
        <TextField
          hint={t("hints.title")}
          label={t("fields.title")}
          maxLength={HERITAGE_ITEM.title.most}
          name="title"
          required
        />
        <LanguageField
          isOpen
          label={t("facts.originalLocale")}
          name="originalLocale"
          value={locale}
        />
        <SubmitButton>{t("new.submit")}</SubmitButton>
      </div>
    </KeyedForm>
  );
}
