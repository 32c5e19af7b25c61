import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { KeyedForm } from "../ui/keyed-form";
import { ProofField } from "../ui/proof-field";
import { SubmitButton } from "../ui/submit-button";
import { NewPasswordFields } from "./new-password-fields";

type ChangePasswordFormProps = {
  action: FormAction;
  locale: Locale;
  /** Lets password managers know whose password it is. */
  email: string;
};

/** Another password, with the present one as proof. */
export function ChangePasswordForm({ action, locale, email }: ChangePasswordFormProps) {
  const t = getTranslator(locale, "accounts");
  return (
    <KeyedForm action={action} locale={locale} scope="password">
      <ProofField email={email} label={t("password.current")} locale={locale} />
      <NewPasswordFields locale={locale} />
      <SubmitButton>{t("password.submit")}</SubmitButton>
    </KeyedForm>
  );
}
