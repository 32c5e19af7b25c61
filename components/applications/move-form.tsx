import type { ReactNode } from "react";
import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { ActionForm } from "../ui/action-form";
import type { ButtonSize, ButtonVariant } from "../ui/button-style";
import { SubmitButton } from "../ui/submit-button";

type MoveFormProps = {
  action: FormAction;
  locale: Locale;
  /** Key and version of the application, and what the move needs beside them. */
  hidden: Record<string, string>;
  scope: string;
  label: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  children?: ReactNode;
};

/** One button that moves an application on. */
export function MoveForm(props: MoveFormProps) {
  const { action, locale, hidden, scope, label, variant, size, children } = props;
  return (
    <ActionForm
      action={action}
      className="space-y-4"
      copy={formCopy(locale)}
      hidden={hidden}
      idempotencyKey={crypto.randomUUID()}
      locale={locale}
      scope={scope}
    >
      {children}
      <SubmitButton size={size} variant={variant}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
