import { ChoiceRow } from "./choice-row";

/** One choice of a filter, and how many it would show. */
export type FacetChoice = { value: string; label: string; count: number };

type FacetBoxesProps = {
  name: string;
  legend: string;
  /** Choices under a heading of their own; a list without headings is one group. */
  groups: { label?: string; facets: FacetChoice[] }[];
  chosen: readonly string[];
};

/** The choices that would find something, and those in force, each with how many it would show. */
export function FacetBoxes({ name, legend, groups, chosen }: FacetBoxesProps) {
  if (groups.every(({ facets }) => facets.length === 0)) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">{legend}</legend>
      <div className="-ml-1 max-h-72 overflow-y-auto overscroll-contain border-hairline border-b pr-2 pl-1 text-sm">
        {groups.map(({ label, facets }) => (
          <div key={label ?? name}>
            {label ? <p className="pt-2 font-semibold text-muted text-xs">{label}</p> : null}
            {facets.map((facet) => (
              <ChoiceRow
                defaultChecked={chosen.includes(facet.value)}
                id={`${name}-${facet.value}`}
                key={facet.value}
                label={
                  <>
                    {facet.label}
                    <span className="text-muted tabular-nums">{`\u00a0(${facet.count})`}</span>
                  </>
                }
                name={name}
                type="checkbox"
                value={facet.value}
              />
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
