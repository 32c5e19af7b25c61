import type { ReactNode } from "react";

type SideSectionProps = { id: string; title: string; lead?: ReactNode; children: ReactNode };

/** One of several subjects of a page: its name at the side, what can be done beside it. */
export function SideSection({ id, title, lead, children }: SideSectionProps) {
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="grid gap-x-10 gap-y-5 border-t py-8 lg:grid-cols-[17rem_minmax(0,1fr)]"
      id={id}
    >
      <div>
        <h2 className="font-semibold text-xl leading-snug" id={`${id}-title`}>
          {title}
        </h2>
        {lead ? <p className="mt-1.5 text-muted text-sm">{lead}</p> : null}
      </div>
      <div className="max-w-2xl">{children}</div>
    </section>
  );
}
