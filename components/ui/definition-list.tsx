import type { ReactNode } from "react";

export type Definition = { term: string; value: ReactNode };

type DefinitionListProps = {
  items: Definition[];
  /** Beside each other on wide screens, or term above value. */
  layout?: "rows" | "stack";
};

/** Facts as term and value; those without a value are left out. */
export function DefinitionList({ items, layout = "rows" }: DefinitionListProps) {
  const shown = items.filter(({ value }) => value !== null && value !== undefined && value !== "");
  if (layout === "stack") {
    return (
      <dl className="space-y-4">
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
