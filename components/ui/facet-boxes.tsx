import type { Locale } from "@/lib/core/i18n/locales";
import { inBrackets } from "@/lib/core/i18n/word-list";
import type { ListFacet } from "@/lib/core/list-view";

type FacetBoxesProps = ListFacet & { locale: Locale };

/** The choices that would find something, and those in force, each with how many it would show. */
export function FacetBoxes({ name, legend, groups, chosen, locale }: FacetBoxesProps) {
  if (groups.every(({ choices }) => choices.length === 0)) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">{legend}</legend>
      <div className="facet-window">
        {groups.map(({ label, choices }) => (
          <div key={label ?? name}>
            {label ? <p className="pt-2 font-semibold text-muted text-xs">{label}</p> : null}
            {choices.map(([value, words, count]) => (
              <label className="choice" key={value}>
                <input
                  defaultChecked={chosen.includes(value)}
                  name={name}
                  type="checkbox"
                  value={value}
                />
                {count === null ? words : words + inBrackets(count, locale)}
              </label>
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
