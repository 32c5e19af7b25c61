import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ActionForm } from "../ui/action-form";
import { SubmitButton } from "../ui/submit-button";
import { NewPasswordFields } from "./new-password-fields";

type ChoosePasswordFormProps = { action: FormAction; locale: Locale; token: string };

/** A password by a one-time link; sending the form uses the link up, opening the page does not. */
export function ChoosePasswordForm({ action, locale, token }: ChoosePasswordFormProps) {
  return (
    <ActionForm action={action} copy={formCopy(locale)} hidden={{ token }} locale={locale}>
      <NewPasswordFields locale={locale} />
      <SubmitButton>{getTranslator(locale, "accounts")("choose.submit")}</SubmitButton>
    </ActionForm>
  );
}
