import type { ReactNode } from "react";
import { type ButtonVariant, buttonStyle } from "./button-style";

type GraveMoveProps = {
  label: ReactNode;
  consequence: string;
  /** How the way to it looks; it stands back beside what it is about. */
  variant?: ButtonVariant;
  children: ReactNode;
};

/** A move with consequences: they are read first, the button comes after. */
export function GraveMove({ label, consequence, variant, children }: GraveMoveProps) {
  return (
    <details className="group open:basis-full">
      <summary
        className={`${buttonStyle(variant ?? "secondary")} group-open:mb-2 ${variant === "quiet" ? "-ml-5" : ""}`}
      >
        {label}
      </summary>
      <div className="max-w-measure space-y-3 rounded-md border border-hairline p-4">
        <p>{consequence}</p>
        {children}
      </div>
    </details>
  );
}
