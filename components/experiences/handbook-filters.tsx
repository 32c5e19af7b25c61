import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { ListFacet } from "@/lib/core/list-view";
import { Button } from "../ui/button";
import { SelectField } from "../ui/select-field";

type HandbookFiltersProps = {
  /** Where the answer stands, with its language. */
  action: string;
  facets: ListFacet[];
  locale: Locale;
};

/** One city and one sector that the advice of a topic comes from, with how many there are of each. */
export function HandbookFilters({ action, facets, locale }: HandbookFiltersProps) {
  const t = getTranslator(locale, "experiences");
  const optionsOf = (choices: ListFacet["groups"][number]["choices"]) =>
    choices.map(([value, label, count]) => ({
      value,
      label: count === null ? label : t("handbook.choice", { label, count }),
    }));
  return (
    <search aria-label={t("handbook.filters")} className="no-print mb-8 block">
      <form action={action} className="flex flex-wrap items-end gap-4">
        {facets.map(({ name, legend, chosen, groups }) => (
          <SelectField
            defaultValue={chosen[0]}
            emptyLabel={t("handbook.every")}
            key={name}
            label={legend}
            name={name}
            options={groups.map(({ label, choices }) => ({
              label: label ?? legend,
              options: optionsOf(choices),
            }))}
            width="medium"
          />
        ))}
        <Button type="submit" variant="secondary">
          {t("handbook.apply")}
        </Button>
      </form>
    </search>
  );
}
