import { ActionForm } from "../ui/action-form";
import { SubmitButton } from "../ui/submit-button";
import type { FormProps } from "./form-props";
import { ProofField } from "./proof-field";

type AskErasureFormProps = FormProps<"password" | "submit"> & {
  email: string;
  hasPassword: boolean;
  idempotencyKey: string;
};

/** Asks for one's erasure, with the present password as proof where there is one. */
export function AskErasureForm(props: AskErasureFormProps) {
  const { action, locale, form, words, email, hasPassword, idempotencyKey } = props;
  return (
    <ActionForm
      action={action}
      copy={form}
      idempotencyKey={idempotencyKey}
      locale={locale}
      scope="erase"
    >
      {hasPassword ? <ProofField email={email} label={words.password} /> : null}
      <SubmitButton variant="danger">{words.submit}</SubmitButton>
    </ActionForm>
  );
}
