import { ActionForm } from "../ui/action-form";
import { SubmitButton } from "../ui/submit-button";
import type { FormProps } from "./form-props";
import { NewPasswordFields, type NewPasswordWords } from "./new-password-fields";

type ChoosePasswordFormProps = FormProps<NewPasswordWords | "submit"> & { token: string };

/** A password by a one-time link; sending the form uses the link up, opening the page does not. */
export function ChoosePasswordForm(props: ChoosePasswordFormProps) {
  const { action, locale, form, words, token } = props;
  return (
    <ActionForm action={action} copy={form} hidden={{ token }} locale={locale}>
      <NewPasswordFields words={words} />
      <SubmitButton>{words.submit}</SubmitButton>
    </ActionForm>
  );
}
