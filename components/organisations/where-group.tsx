import { COUNTRIES } from "@/db/enums";
import { referenceOptions } from "@/db/reference/lists";
import { countCopy } from "@/lib/core/i18n/choice-copy";
import { getTranslator } from "@/lib/core/i18n/translator";
import { placeList } from "@/lib/organisations/place-label";
import { FormGroup } from "../ui/form-group";
import { LongChoice } from "../ui/long-choice";
import { SelectField } from "../ui/select-field";
import type { FormGroupProps } from "./organisation-form-props";

/** Country of registration, head office and further places. */
export function WhereGroup({ entry, locale }: FormGroupProps) {
  const t = getTranslator(locale, "organisations");
  const enums = getTranslator(locale, "enums");
  const { country, place, sites = [] } = entry;
  const sitesIn = (list: "cities" | "lyonPlaces") =>
    sites.filter((slug) => placeList(slug) === list);
  return (
    <FormGroup id="where" title={t("form.groups.where")}>
      <SelectField
        defaultValue={country ?? ""}
        emptyLabel={t("form.choose")}
        hint={t("form.countryHint")}
        label={t("form.country")}
        name="country"
        options={COUNTRIES.map((value) => ({ value, label: enums(`country.${value}`) }))}
        required
        width="medium"
      />
      <SelectField
        defaultValue={place ?? ""}
        emptyLabel={t("form.placeElsewhere")}
        hint={t("form.placeHint")}
        label={t("form.place")}
        name="place"
        options={[
          { label: t("form.lyon"), options: referenceOptions("lyonPlaces", locale) },
          { label: t("form.china"), options: referenceOptions("cities", locale) },
        ]}
        width="medium"
      />
      <div>
        <LongChoice
          chosen={sitesIn("lyonPlaces")}
          legend={t("form.sitesLyon")}
          name="sitesLyon"
          count={countCopy(locale)}
          options={referenceOptions("lyonPlaces", locale, sitesIn("lyonPlaces"))}
        />
      </div>
      <div>
        <LongChoice
          chosen={sitesIn("cities")}
          legend={t("form.sitesChina")}
          name="sitesChina"
          count={countCopy(locale)}
          options={referenceOptions("cities", locale, sitesIn("cities"))}
        />
      </div>
    </FormGroup>
  );
}
