import { ActionForm } from "../ui/action-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import type { FormProps } from "./form-props";

/** The address that a link is sent to; that of whoever is signed in stands there. */
export function ForgottenPasswordForm(props: FormProps<"email" | "submit"> & { email?: string }) {
  const { action, locale, form, words, email } = props;
  return (
    <ActionForm action={action} copy={form} locale={locale}>
      <TextField
        autoComplete="username"
        defaultValue={email}
        inputMode="email"
        label={words.email}
        name="email"
        required
        spellCheck={false}
        type="email"
      />
      <SubmitButton>{words.submit}</SubmitButton>
    </ActionForm>
  );
}
