"use client";

import { type ReactNode, use } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";
import { FormContext } from "./form-context";

type SubmitButtonProps = {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Several buttons in one form: the pressed one sends its name and value. */
  name?: string;
  value?: string;
  className?: string;
};

/** Sends the form it stands in; while sending it keeps focus and says so. */
export function SubmitButton(props: SubmitButtonProps) {
  const { children, variant, size, name, value, className = "" } = props;
  const { pending, pressed, copy } = use(FormContext);
  const sent = pressed as HTMLButtonElement | null;
  const isSending =
    pending && (sent?.name ?? "") === (name ?? "") && (sent?.value ?? "") === (value ?? "");
  return (
    <button
      aria-disabled={pending || undefined}
      className={`${buttonStyle(variant, size)} ${className}`}
      name={name}
      type="submit"
      value={value}
    >
      {isSending ? copy.saving : children}
    </button>
  );
}
