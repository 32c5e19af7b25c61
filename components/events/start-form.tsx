import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { EVENT } from "@/lib/events/event";
import { KeyedForm } from "../ui/keyed-form";
import { LanguageField } from "../ui/language-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import { HostsField } from "./hosts-field";

type StartFormProps = { action: FormAction; locale: Locale };

/** What an event begins with: its title in one language, and who holds it with the club. */
export function StartForm({ action, locale }: StartFormProps) {
  const t = getTranslator(locale, "events");
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
        maxLength={EVENT.title.most}
        name="title"
        required
      />
      <HostsField locale={locale} />
      <SubmitButton>{t("new.submit")}</SubmitButton>
    </KeyedForm>
  );
}
