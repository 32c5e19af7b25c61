import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { inBrackets } from "@/lib/core/i18n/word-list";
import type { ButtonVariant } from "../ui/button-style";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { VisuallyHidden } from "../ui/visually-hidden";

type AsideFormProps = {
  action: FormAction;
  locale: Locale;
  hidden: Record<string, string>;
  /** Tells the forms of one page apart. */
  scope: string;
  label: string;
  /** What it is about, for who does not see beside what it stands. */
  about: string;
  variant?: ButtonVariant;
};

/** One button that sets a suggestion aside or takes it back. */
export function AsideForm(props: AsideFormProps) {
  const { action, locale, hidden, scope, label, about, variant = "quiet" } = props;
  return (
    <KeyedForm
      action={action}
      className="relative z-10"
      hidden={hidden}
      locale={locale}
      scope={scope}
    >
      <SubmitButton size="small" variant={variant}>
        {label}
        <VisuallyHidden>{inBrackets(about, locale)}</VisuallyHidden>
      </SubmitButton>
    </KeyedForm>
  );
}
