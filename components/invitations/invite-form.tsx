import type { FormAction } from "@/lib/core/form-state";
import { LANGUAGE_OPTIONS } from "@/lib/core/i18n/language-options";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { INVITATION_WORDS } from "@/lib/invitations/words-limit";
import { KeyedForm } from "../ui/keyed-form";
import { SelectField } from "../ui/select-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type InviteFormProps = { action: FormAction; locale: Locale };

/** Somebody to invite: a name in either script, an address, a language, a few words. */
export function InviteForm({ action, locale }: InviteFormProps) {
  const t = getTranslator(locale, "invitations");
  return (
    <KeyedForm action={action} className="space-y-6" id="form-invite" locale={locale} requiredNote>
      <div className="grid gap-x-6 gap-y-6 sm:grid-cols-2">
        <TextField label={t("familyName")} name="familyName" required spellCheck={false} />
        <TextField label={t("givenName")} name="givenName" required spellCheck={false} />
        <TextField
          inputMode="email"
          label={t("email")}
          name="email"
          required
          spellCheck={false}
          type="email"
        />
        <SelectField
          defaultValue={locale}
          label={t("letters")}
          name="letters"
          options={LANGUAGE_OPTIONS}
          required
        />
      </div>
      <TextField
        hint={t("wordsHint")}
        label={t("words")}
        maxLength={INVITATION_WORDS}
        name="words"
        rows={3}
      />
      <p className="text-muted text-sm">{t("note")}</p>
      <SubmitButton>{t("submit")}</SubmitButton>
    </KeyedForm>
  );
}
