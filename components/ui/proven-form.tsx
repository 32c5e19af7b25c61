import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { ActionForm } from "./action-form";
import type { ButtonVariant } from "./button-style";
import { ProofField } from "./proof-field";
import { SubmitButton } from "./submit-button";

/** Whose password it is and what it is called; without one, the sender has just signed in. */
export type Proof = { email: string; hasPassword: boolean; label: string };

type ProvenFormProps = {
  action: FormAction;
  locale: Locale;
  scope: string;
  proof: Proof;
  submit: string;
  hidden?: Record<string, string>;
  variant?: ButtonVariant;
  children?: ReactNode;
};

/** One button behind the sender's present password, where they have one, with what else is asked before it. */
export function ProvenForm(props: ProvenFormProps) {
  const { action, locale, scope, proof, submit, hidden, variant, children } = props;
  return (
    <ActionForm
      action={action}
      copy={formCopy(locale)}
      hidden={hidden}
      idempotencyKey={randomUUID()}
      locale={locale}
      scope={scope}
    >
      {children}
      {proof.hasPassword ? <ProofField email={proof.email} label={proof.label} /> : null}
      <SubmitButton variant={variant}>{submit}</SubmitButton>
    </ActionForm>
  );
}
