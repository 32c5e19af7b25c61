import type { ReactNode } from "react";
import { type ButtonVariant, buttonStyle } from "./button-style";

type ButtonProps = {
  children: ReactNode;
  variant?: ButtonVariant;
  type?: "button" | "submit" | "reset";
  className?: string;
  onClick?: () => void;
};

/** A plain button, for GET forms and small islands; inside <ActionForm> use <SubmitButton>. */
export function Button({ variant, type = "button", className = "", ...rest }: ButtonProps) {
  return <button {...rest} className={`${buttonStyle(variant)} ${className}`} type={type} />;
}
