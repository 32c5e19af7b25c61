import { ActionForm } from "../ui/action-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import type { FormProps } from "./form-props";

type SignInFormProps = FormProps<
  "email" | "password" | "forgotten" | "submit" | "or" | "sendCode" | "codeHint"
> & {
  forgottenHref: string;
  next?: string;
};

/** Address and password, or a code by mail: one form, two ways in. */
export function SignInForm(props: SignInFormProps) {
  const { action, locale, form, words, forgottenHref, next } = props;
  return (
    <ActionForm action={action} copy={form} hidden={next ? { next } : {}} locale={locale}>
      <TextField
        autoComplete="username"
        inputMode="email"
        label={words.email}
        name="email"
        required
        spellCheck={false}
        type="email"
      />
      <TextField
        autoComplete="current-password"
        label={words.password}
        name="password"
        required
        type="password"
      />
      <div className="space-y-2">
        <SubmitButton className="w-full" name="way" value="password">
          {words.submit}
        </SubmitButton>
        {/* Behind the password: the tab key leads from the address to it. */}
        <p className="text-sm">
          <a href={forgottenHref}>{words.forgotten}</a>
        </p>
      </div>
      <p className="between-lines flex items-center gap-4 text-muted text-sm">{words.or}</p>
      <div className="space-y-2">
        <SubmitButton className="w-full" name="way" value="code" variant="secondary">
          {words.sendCode}
        </SubmitButton>
        <p className="text-muted text-sm">{words.codeHint}</p>
      </div>
    </ActionForm>
  );
}
