import type { FormAction } from "@/lib/core/form-state";
import { LANGUAGE_OPTIONS } from "@/lib/core/i18n/language-options";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Checkbox } from "../ui/checkbox";
import { KeyedForm } from "../ui/keyed-form";
import { SelectField } from "../ui/select-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type PersonFormProps = { action: FormAction; locale: Locale };

/** One person by hand: a name in either script, an address, an organisation, a language. */
export function PersonForm({ action, locale }: PersonFormProps) {
  const t = getTranslator(locale, "imports");
  return (
    <KeyedForm
      action={action}
      className="space-y-4"
      id="form-person"
      locale={locale}
      scope="person"
    >
      <p className="max-w-measure text-muted">{t("page.hand.lead")}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={t("fields.familyName")} name="familyName" />
        <TextField label={t("fields.givenName")} name="givenName" />
        <TextField label={t("fields.nameZh")} lang="zh" name="nameZh" />
        <TextField inputMode="email" label={t("fields.email")} name="email" required />
        <TextField label={t("fields.organisation")} name="organisation" />
        <SelectField
          defaultValue={locale}
          label={t("fields.locale")}
          name="locale"
          required
          options={LANGUAGE_OPTIONS}
        />
      </div>
      <Checkbox label={t("page.hand.isAnother")} name="isAnother" />
      <SubmitButton>{t("page.hand.submit")}</SubmitButton>
    </KeyedForm>
  );
}
