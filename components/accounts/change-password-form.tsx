import { ActionForm } from "../ui/action-form";
import { ProofField } from "../ui/proof-field";
import { SubmitButton } from "../ui/submit-button";
import type { FormProps } from "./form-props";
import { NewPasswordFields, type NewPasswordWords } from "./new-password-fields";

type ChangePasswordFormProps = FormProps<NewPasswordWords | "current" | "submit"> & {
  /** Lets password managers know whose password it is. */
  email: string;
  idempotencyKey: string;
};

/** Another password, with the present one as proof. */
export function ChangePasswordForm(props: ChangePasswordFormProps) {
  const { action, locale, form, words, email, idempotencyKey } = props;
  return (
    <ActionForm
      action={action}
      copy={form}
      idempotencyKey={idempotencyKey}
      locale={locale}
      scope="password"
    >
      <ProofField email={email} label={words.current} locale={locale} />
      <NewPasswordFields words={words} />
      <SubmitButton>{words.submit}</SubmitButton>
    </ActionForm>
  );
}
