import { ActionForm } from "../ui/action-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import type { FormProps } from "./form-props";

type CodeFormProps = FormProps<"code" | "submit"> & { next?: string };

/** The six digits that came by mail. */
export function CodeForm({ action, locale, form, words, next }: CodeFormProps) {
  return (
    <ActionForm action={action} copy={form} hidden={next ? { next } : {}} locale={locale}>
      <TextField
        autoComplete="one-time-code"
        inputMode="numeric"
        label={words.code}
        name="code"
        required
        spellCheck={false}
        width="short"
      />
      <SubmitButton>{words.submit}</SubmitButton>
    </ActionForm>
  );
}
