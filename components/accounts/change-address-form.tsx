import { ActionForm } from "../ui/action-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import type { FormProps } from "./form-props";
import { ProofField } from "./proof-field";

type ChangeAddressFormProps = FormProps<"email" | "password" | "submit"> & {
  /** The present address. */
  email: string;
  hasPassword: boolean;
  idempotencyKey: string;
};

/** Another address, with the present password as proof where there is one. */
export function ChangeAddressForm(props: ChangeAddressFormProps) {
  const { action, locale, form, words, email, hasPassword, idempotencyKey } = props;
  return (
    <ActionForm action={action} copy={form} idempotencyKey={idempotencyKey} locale={locale}>
      <TextField
        autoComplete="email"
        inputMode="email"
        label={words.email}
        name="email"
        required
        spellCheck={false}
        type="email"
        width="medium"
      />
      {hasPassword ? <ProofField email={email} label={words.password} /> : null}
      <SubmitButton>{words.submit}</SubmitButton>
    </ActionForm>
  );
}
