import type { ReactNode } from "react";
import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { inBrackets } from "@/lib/core/i18n/word-list";
import { ActionForm } from "./action-form";
import type { ButtonSize, ButtonVariant } from "./button-style";
import { SubmitButton } from "./submit-button";
import { VisuallyHidden } from "./visually-hidden";

type MoveFormProps = {
  action: FormAction;
  locale: Locale;
  /** Key and version of what is moved, and what the move needs beside them. */
  hidden: Record<string, string>;
  scope: string;
  /** One that begins with `form-` says its success itself, where its act leads back to its page. */
  id?: string;
  label: ReactNode;
  /** What it is about, where several like it stand on a page, for who does not see beside what. */
  about?: string;
  /** Its act gives a cookie or codes to whoever reads its answer, so that no key stands for it (`isRepeatable`). */
  isKeyless?: boolean;
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
  children?: ReactNode;
};

/** One button that moves something on, with what is asked before it. */
export function MoveForm(props: MoveFormProps) {
  const { action, locale, hidden, scope, label, about, variant, size, className } = props;
  const key = props.isKeyless ? undefined : crypto.randomUUID();
  return (
    <ActionForm
      action={action}
      className={className ?? "space-y-3"}
      copy={formCopy(locale)}
      hidden={hidden}
      id={props.id}
      idempotencyKey={key}
      locale={locale}
      scope={scope}
    >
      {props.children}
      <SubmitButton size={size} variant={variant}>
        {label}
        {about ? <VisuallyHidden>{inBrackets(about, locale)}</VisuallyHidden> : null}
      </SubmitButton>
    </ActionForm>
  );
}
