import type { ReactNode } from "react";

export type BadgeTone = "neutral" | "success" | "warning" | "danger" | "info";

type BadgeProps = { children: ReactNode; tone?: BadgeTone };

const TONE: Record<BadgeTone, string> = {
  neutral: "border-hairline bg-subtle text-secondary",
  success: "border-transparent bg-success-soft text-success",
  warning: "border-transparent bg-warning-soft text-warning",
  danger: "border-transparent bg-danger-soft text-danger",
  info: "border-transparent bg-chip text-link",
};

/** A state or kind in a word or two. */
export function Badge({ children, tone = "neutral" }: BadgeProps) {
  return <span className={`badge ${TONE[tone]}`}>{children}</span>;
}
