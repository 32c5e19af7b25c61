import type { ReactNode } from "react";

export type Definition = { term: string; value: ReactNode };

type DefinitionListProps = {
  items: Definition[];
  /** Beside each other on wide screens, or term above value, in one column or as many as there is room for. */
  layout?: "rows" | "stack" | "columns";
};

/** Facts as term and value; those without a value are left out, and without any nothing is drawn. */
export function DefinitionList({ items, layout = "rows" }: DefinitionListProps) {
  const shown = items.filter(({ value }) => value !== null && value !== undefined && value !== "");
  if (shown.length === 0) return null;
  if (layout !== "rows") {
    return (
      <dl
        className={
          layout === "stack"
            ? "space-y-4"
            : "grid grid-cols-[repeat(auto-fit,minmax(min(100%,14rem),1fr))] gap-x-8 gap-y-4"
        }
      >
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
