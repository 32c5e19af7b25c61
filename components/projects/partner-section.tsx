import { referenceOptions } from "@/db/reference/lists";
import { getTranslator } from "@/lib/core/i18n/translator";
import { CheckboxGroup } from "../ui/checkbox-group";
import { SelectField } from "../ui/select-field";
import type { EditorSectionProps } from "./editor-entry";
import { EntryText } from "./entry-text";

/** Who is sought, for what, under which agreement. */
export function PartnerSection({ entry, locale }: EditorSectionProps) {
  const t = getTranslator(locale, "projects");
  const { content } = entry;
  return (
    <>
      <CheckboxGroup
        columns={2}
        defaultValue={content.partnershipTypes}
        legend={t("facts.partnershipTypes")}
        name="partnershipTypes"
        options={referenceOptions("partnershipTypes", locale)}
      />
      <SelectField
        defaultValue={content.partnerRole ?? ""}
        emptyLabel={t("editor.choose")}
        label={t("facts.partnerRole")}
        name="partnerRole"
        options={referenceOptions("partnerRoles", locale)}
        width="medium"
      />
      <CheckboxGroup
        columns={2}
        defaultValue={content.partnerKinds}
        legend={t("facts.partnerKinds")}
        name="partnerKinds"
        options={referenceOptions("organisationKinds", locale)}
      />
      <EntryText entry={entry} field="partnerTask" locale={locale} rows={5} />
    </>
  );
}
