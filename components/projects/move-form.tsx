import type { ReactNode } from "react";
import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { ActionForm } from "../ui/action-form";
import type { ButtonVariant } from "../ui/button-style";
import { SubmitButton } from "../ui/submit-button";

type MoveFormProps = {
  action: FormAction;
  locale: Locale;
  /** Key, version and address of what is moved. */
  hidden: Record<string, string>;
  scope: string;
  label: string;
  variant?: ButtonVariant;
  children?: ReactNode;
};

/** One button that moves a project or its edit on. */
export function MoveForm({
  action,
  locale,
  hidden,
  scope,
  label,
  variant,
  children,
}: MoveFormProps) {
  return (
    <ActionForm
      action={action}
      className="space-y-3"
      copy={formCopy(locale)}
      hidden={hidden}
      idempotencyKey={crypto.randomUUID()}
      locale={locale}
      scope={scope}
    >
      {children}
      <SubmitButton variant={variant}>{label}</SubmitButton>
    </ActionForm>
  );
}
