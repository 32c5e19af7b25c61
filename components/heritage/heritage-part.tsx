import type { ReactNode } from "react";

type HeritagePartProps = { id: string; title: string; lead?: string; children: ReactNode };

/** One part of the page of the century, under its heading. */
export function HeritagePart({ id, title, lead, children }: HeritagePartProps) {
  return (
    <section aria-labelledby={id} className="mt-16 border-hairline border-t pt-10">
      <h2 className="font-semibold text-2xl" id={id}>
        {title}
      </h2>
      {lead ? <p className="mt-2 max-w-measure text-secondary">{lead}</p> : null}
      <div className="mt-7">{children}</div>
    </section>
  );
}
