import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OwnRegistration } from "@/lib/events/registrations.queries";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import { RegistrationFields } from "./registration-fields";

type ChangeFormProps = {
  own: OwnRegistration;
  companionsMost: number;
  /** Who has no account: their name, and the secret of their letters, by which they act. */
  guest?: { name: string; token: string };
  action: FormAction;
  locale: Locale;
};

/** What somebody gave when they registered, for them to change; their place stays theirs. */
export function ChangeForm(props: ChangeFormProps) {
  const { own, companionsMost, guest, action, locale } = props;
  const t = getTranslator(locale, "events");
  return (
    <KeyedForm
      action={action}
      className="max-w-2xl space-y-4"
      hidden={{
        registrationId: own.id,
        version: String(own.version),
        ...(guest && { token: guest.token }),
      }}
      locale={locale}
      scope="registration"
    >
      {guest ? (
        <TextField
          autoComplete="name"
          defaultValue={guest.name}
          label={t("guest.name")}
          maxLength={120}
          name="name"
          required
        />
      ) : null}
      {companionsMost + own.companions.length > 0 ? (
        <p className="text-secondary">{t("registration.changeHint")}</p>
      ) : null}
      <RegistrationFields
        companionsMost={companionsMost}
        given={own}
        isGuest={guest !== undefined}
        locale={locale}
      />
      <SubmitButton>{t("registration.saveChange")}</SubmitButton>
    </KeyedForm>
  );
}
