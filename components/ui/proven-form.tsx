import type { ReactNode } from "react";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import type { ButtonVariant } from "./button-style";
import { KeyedForm } from "./keyed-form";
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
    <KeyedForm action={action} hidden={hidden} locale={locale} scope={scope}>
      {children}
      {proof.way === "password" ? (
        <ProofField email={proof.email} label={proof.label} locale={locale} />
      ) : null}
      <SubmitButton variant={variant}>{submit}</SubmitButton>
    </KeyedForm>
  );
}
