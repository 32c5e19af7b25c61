import type { ReactNode } from "react";
import { Sign } from "./sign";

export type Tone = "success" | "info" | "warning" | "danger";

type NoticeProps = {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** Announced to screen readers when it appears. */
  live?: boolean;
  className?: string;
};

const LOOK: Record<Tone, [box: string, sign: string]> = {
  success: ["border-success bg-success-soft", "text-success"],
  info: ["border-link bg-selected", "text-link"],
  warning: ["border-warning bg-warning-soft", "text-warning"],
  danger: ["border-danger bg-danger-soft", "text-danger"],
};

/** A message in the page: colour, sign and words say the same. */
export function Notice({ tone = "info", title, children, live, className = "" }: NoticeProps) {
  const [box, sign] = LOOK[tone];
  return (
    <div
      className={`flex gap-3 rounded-sm border-l-4 py-3 pr-4 pl-3 ${box} ${className}`}
      role={live ? "status" : undefined}
    >
      <Sign className={`mt-[0.15em] size-5.5 ${sign}`} name={tone === "success" ? "check" : tone} />
      <div className="min-w-0 space-y-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="max-w-measure text-pretty">{children}</div> : null}
      </div>
    </div>
  );
}
