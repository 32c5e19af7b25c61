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
  return (
    <span
      className={`inline-flex items-center rounded-full md:whitespace-nowrap border px-2.5 py-0.5 font-semibold text-xs leading-snug ${TONE[tone]}`}
    >
      {children}
    </span>
  );
}
