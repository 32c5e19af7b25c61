import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { ActionForm } from "./action-form";
import type { ButtonVariant } from "./button-style";
import { ProofField } from "./proof-field";
import { SignInAgain } from "./sign-in-again";
import { SubmitButton } from "./submit-button";

/** How the sender proves who they are (`askedProof`), and what the password of their address is called. */
export type Proof = { way: "password" | "fresh" | "again"; email: string; label: string };

type ProvenFormProps = {
  action: FormAction;
  locale: Locale;
  scope: string;
  proof: Proof;
  /** The page it stands on, without its language. */
  here: string;
  submit: string;
  hidden?: Record<string, string>;
  variant?: ButtonVariant;
  children?: ReactNode;
};

/** One button behind the sender's present password, where they have one, with what else is asked before it; else the way to sign in again. */
export function ProvenForm(props: ProvenFormProps) {
  const { action, locale, scope, proof, submit, hidden, variant, children } = props;
  if (proof.way === "again") return <SignInAgain here={props.here} locale={locale} />;
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
      {proof.way === "password" ? (
        <ProofField email={proof.email} label={proof.label} locale={locale} />
      ) : null}
      <SubmitButton variant={variant}>{submit}</SubmitButton>
    </ActionForm>
  );
}
