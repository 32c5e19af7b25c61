import { PAGE_VISIBILITIES } from "@/db/enums";
import { getTranslator } from "@/lib/core/i18n/translator";
import { FormGroup } from "../ui/form-group";
import { RadioGroup } from "../ui/radio-group";
import type { FormGroupProps } from "./organisation-form-props";

/** Who sees the page; a new one may leave it to what is usual for its kind. */
export function VisibilityGroup({ entry, locale }: FormGroupProps) {
  const t = getTranslator(locale, "organisations");
  const option = (value: (typeof PAGE_VISIBILITIES)[number] | "usual") => ({
    value: value === "usual" ? "" : value,
    label: t(`visibilities.${value}.label`),
    hint: t(`visibilities.${value}.hint`),
  });
  const isNew = entry.visibility === undefined;
  return (
    <FormGroup id="visibility" title={t("form.groups.visibility")}>
      <RadioGroup
        defaultValue={entry.visibility ?? ""}
        hideLegend
        legend={t("form.visibility")}
        name="visibility"
        options={[...(isNew ? [option("usual")] : []), ...PAGE_VISIBILITIES.map(option)]}
        required
      />
    </FormGroup>
  );
}
