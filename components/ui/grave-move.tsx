import type { ReactNode } from "react";
import { buttonStyle } from "./button-style";

type GraveMoveProps = { label: string; consequence: string; children: ReactNode };

/** A move with consequences: they are read first, the button comes after. */
export function GraveMove({ label, consequence, children }: GraveMoveProps) {
  return (
    <details className="group open:basis-full">
      <summary className={`${buttonStyle("secondary")} group-open:mb-2`}>{label}</summary>
      <div className="max-w-measure space-y-3 rounded-md border border-hairline p-4">
        <p>{consequence}</p>
        {children}
      </div>
    </details>
  );
}
