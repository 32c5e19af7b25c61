import type { ReactNode } from "react";
import { Card } from "./card";

type FormGroupProps = { id: string; title: string; children: ReactNode };

/** A few questions that belong together. */
export function FormGroup({ id, title, children }: FormGroupProps) {
  return (
    <Card as="section" labelledBy={id}>
      <h2 className="mb-6 font-semibold text-xl" id={id}>
        {title}
      </h2>
      <div className="space-y-7">{children}</div>
    </Card>
  );
}
