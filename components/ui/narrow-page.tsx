import type { ReactNode } from "react";
import { Card } from "./card";

type NarrowPageProps = { title: string; lead?: string; children: ReactNode; after?: ReactNode };

/** A page with one small form in its middle: signing in, choosing a password. */
export function NarrowPage({ title, lead, children, after }: NarrowPageProps) {
  return (
    <div className="mx-auto max-w-md space-y-6 sm:py-6">
      <div>
        <h1 className="font-semibold text-3xl leading-tight">{title}</h1>
        {lead ? <p className="mt-3 text-secondary">{lead}</p> : null}
      </div>
      <Card>{children}</Card>
      {after ? <div className="space-y-2 text-secondary text-sm">{after}</div> : null}
    </div>
  );
}
