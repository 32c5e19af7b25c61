import type { ReactNode } from "react";

type TitledPartProps = { id: string; title: string; children: ReactNode };

/** A headed part of a dossier. */
export function TitledPart({ id, title, children }: TitledPartProps) {
  return (
    <section aria-labelledby={id}>
      <h2 className="mb-5 font-semibold text-xl" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}
