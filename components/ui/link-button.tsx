import type { ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";

type LinkButtonProps = {
  href: string;
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
};

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton({ href, children, variant, size, className = "" }: LinkButtonProps) {
  return (
    <a className={`${buttonStyle(variant, size)} ${className}`} href={href}>
      {children}
    </a>
  );
}
