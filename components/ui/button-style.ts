export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "medium" | "small";

const VARIANT: Record<ButtonVariant, string> = {
  primary:
    "border-transparent bg-primary text-on-primary hover:bg-primary-hover hover:text-on-primary",
  secondary: "border-input-border bg-surface text-ink hover:bg-subtle hover:text-ink",
  quiet: "border-transparent bg-transparent text-link hover:bg-subtle hover:text-link-hover",
  danger: "border-danger bg-surface text-danger hover:bg-danger-soft hover:text-danger",
};

const SIZE: Record<ButtonSize, string> = {
  medium: "min-h-11 px-5 py-2 text-base",
  small: "min-h-9 px-3 py-1 text-sm pointer-coarse:min-h-11",
};

/** One look for buttons, submit buttons and links that act as buttons. */
export function buttonStyle(variant: ButtonVariant = "primary", size: ButtonSize = "medium") {
  return `button ${VARIANT[variant]} ${SIZE[size]}`;
}
