import type { ReactNode } from "react";
import { Icon } from "../ui/icon";

type CheckRowProps = {
  /** Null where there is nothing to be right or wrong. */
  passed: boolean | null;
  children: ReactNode;
};

const LOOK = {
  yes: { icon: "check", color: "text-success" },
  no: { icon: "warning", color: "text-warning" },
  neither: { icon: "info", color: "text-muted" },
} as const;

/** One thing that was looked at: fine, to be looked at again, or only said. */
export function CheckRow({ passed, children }: CheckRowProps) {
  const { icon, color } = LOOK[passed === null ? "neither" : passed ? "yes" : "no"];
  return (
    <li className="flex gap-2">
      <Icon className={`mt-0.5 size-4.5 ${color}`} name={icon} />
      <div className="min-w-0">{children}</div>
    </li>
  );
}
