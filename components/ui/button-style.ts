export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "medium" | "small";

/** Written out, since Tailwind looks for names in the code. */
const VARIANT: Record<ButtonVariant, string> = {
  primary: "button-primary",
  secondary: "button-secondary",
  quiet: "button-quiet",
  danger: "button-danger",
};

const SIZE: Record<ButtonSize, string> = { medium: "button-medium", small: "button-small" };

/** One look for buttons, submit buttons and links that act as buttons. */
export function buttonStyle(variant: ButtonVariant = "primary", size: ButtonSize = "medium") {
  return `button ${VARIANT[variant]} ${SIZE[size]}`;
}
