import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OwnRegistration } from "@/lib/events/registrations.queries";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { RegistrationFields } from "./registration-fields";

type ChangeFormProps = {
  own: OwnRegistration;
  companionsMost: number;
  /** Of a guest's letters, by which they act. */
  token?: string;
  action: FormAction;
  locale: Locale;
};

/** What somebody gave when they registered, for them to change; their place stays theirs. */
export function ChangeForm(props: ChangeFormProps) {
  const { own, companionsMost, token, action, locale } = props;
  const t = getTranslator(locale, "events");
  return (
    <KeyedForm
      action={action}
      className="max-w-2xl space-y-4"
      hidden={{ registrationId: own.id, version: String(own.version), ...(token && { token }) }}
      locale={locale}
      scope="registration"
    >
      {companionsMost + own.companions.length > 0 ? (
        <p className="text-secondary">{t("registration.changeHint")}</p>
      ) : null}
      <RegistrationFields
        companionsMost={companionsMost}
        given={own}
        isGuest={token !== undefined}
        locale={locale}
      />
      <SubmitButton>{t("registration.saveChange")}</SubmitButton>
    </KeyedForm>
  );
}
