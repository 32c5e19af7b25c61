import type { ReactNode } from "react";

type BandProps = {
  id: string;
  title: string;
  lead?: string;
  aside?: ReactNode;
  /** A quiet ground that sets the band apart from its neighbours. */
  raised?: boolean;
  children: ReactNode;
};

/** One full-width part of a page that draws its own ground, under a heading. */
export function Band({ id, title, lead, aside, raised, children }: BandProps) {
  return (
    <section
      aria-labelledby={id}
      className={raised ? "border-hairline border-y bg-surface" : undefined}
    >
      <div className="mx-auto max-w-page px-4 py-12 sm:px-6 sm:py-16">
        <div className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
          <div>
            <h2 className="font-semibold text-2xl" id={id}>
              {title}
            </h2>
            {lead ? <p className="mt-2 max-w-measure text-secondary">{lead}</p> : null}
          </div>
          {aside}
        </div>
        {children}
      </div>
    </section>
  );
}
