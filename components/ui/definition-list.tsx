import type { ReactNode } from "react";

export type Definition = { term: string; value: ReactNode };

type DefinitionListProps = {
  items: Definition[];
  /**
   * Beside each other on wide screens, or term above value, in one column or as many as there is room for; as a band, in
   * one row under a title, or two by two on narrow screens.
   */
  layout?: "rows" | keyof typeof ABOVE;
};

const ABOVE = {
  stack: "space-y-4",
  columns: "grid grid-cols-[repeat(auto-fit,minmax(min(100%,14rem),1fr))] gap-x-8 gap-y-4",
  band: "mb-8 grid grid-cols-2 gap-x-4 gap-y-6 border-hairline border-y py-4 max-sm:text-sm sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none sm:gap-x-8",
};

/** Facts as term and value; those without a value are left out, and without any nothing is drawn. */
export function DefinitionList({ items, layout = "rows" }: DefinitionListProps) {
  const shown = items.filter(({ value }) => value !== null && value !== undefined && value !== "");
  if (shown.length === 0) return null;
  if (layout !== "rows") {
    return (
      <dl className={ABOVE[layout]}>
        {shown.map(({ term, value }) => (
          <div key={term}>
            <dt className="text-muted text-sm">{term}</dt>
            <dd className="mt-0.5">{value}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <dl className="divide-y divide-hairline border-hairline border-y">
      {shown.map(({ term, value }) => (
        <div className="grid gap-x-6 gap-y-0.5 py-3 sm:grid-cols-[12rem_1fr]" key={term}>
          <dt className="text-muted max-sm:text-sm">{term}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
