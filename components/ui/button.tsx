import type { ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";

type ButtonProps = {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  type?: "button" | "submit" | "reset";
  name?: string;
  value?: string;
  className?: string;
  onClick?: () => void;
};

/** A plain button, for GET forms and small islands; inside <ActionForm> use <SubmitButton>. */
export function Button({ variant, size, type = "button", className = "", ...rest }: ButtonProps) {
  return <button {...rest} className={`${buttonStyle(variant, size)} ${className}`} type={type} />;
}
