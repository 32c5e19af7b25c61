import type { ReactNode } from "react";
import { Card } from "../ui/card";

type ProfileGroupProps = { id: string; title: string; hint?: string; children: ReactNode };

/** A few fields that belong together, under one heading. */
export function ProfileGroup({ id, title, hint, children }: ProfileGroupProps) {
  return (
    <Card as="section" labelledBy={`group-${id}`}>
      <h2 className="font-semibold text-xl" id={`group-${id}`}>
        {title}
      </h2>
      {hint ? <p className="mt-1 text-muted">{hint}</p> : null}
      <div className="mt-6 space-y-8">{children}</div>
    </Card>
  );
}
