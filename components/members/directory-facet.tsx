"use client";

import type { Facet } from "@/lib/directory/queries";
import { ChoiceRow } from "../ui/choice-row";

type DirectoryFacetProps = { name: string; legend: string; options: Facet[]; chosen: string[] };

/** The choices of one kind with how many members each would show. */
export function DirectoryFacet({ name, legend, options, chosen }: DirectoryFacetProps) {
  if (options.length === 0) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">{legend}</legend>
      <div className="-ml-1 max-h-72 overflow-y-auto overscroll-contain border-hairline border-b pr-2 pl-1 text-sm">
        {options.map(({ value, label, count }) => (
          <ChoiceRow
            defaultChecked={chosen.includes(value)}
            id={`${name}-${value}`}
            key={value}
            label={
              <>
                {label}
                {count === null ? null : (
                  <span className="text-muted tabular-nums">{`\u00a0(${count})`}</span>
                )}
              </>
            }
            name={name}
            type="checkbox"
            value={value}
          />
        ))}
      </div>
    </fieldset>
  );
}
