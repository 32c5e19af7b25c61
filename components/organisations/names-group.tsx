import { localizedFieldCopy } from "@/lib/core/i18n/form-copy";
import { isLocale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ORGANISATION_MAX } from "@/lib/organisations/organisation-content";
import { FormGroup } from "../ui/form-group";
import { LocalizedField } from "../ui/localized-field";
import { KnownOrganisation } from "./known-organisation";
import { knownCopy } from "./known-organisation-copy";
import type { FormGroupProps } from "./organisation-form-props";

/** Name and description in up to three languages. */
export function NamesGroup({ entry, locale, isAnother = false }: FormGroupProps) {
  const t = getTranslator(locale, "organisations");
  const copy = localizedFieldCopy(locale);
  const { originalLocale, name, description, stale } = entry;
  return (
    <FormGroup id="names" title={t("form.groups.names")}>
      <LocalizedField
        copy={copy}
        defaultValue={name}
        hint={t("form.nameHint")}
        label={t("form.name")}
        maxLength={ORGANISATION_MAX.name}
        name="name"
        original={originalLocale}
        required
        stale={(stale.name ?? []).filter(isLocale)}
      />
      <KnownOrganisation
        copy={knownCopy(locale)}
        isAnother={isAnother}
        nameField={`name.${originalLocale}`}
      />
      <LocalizedField
        copy={copy}
        defaultValue={description}
        hint={t("form.descriptionHint")}
        label={t("form.description")}
        maxLength={ORGANISATION_MAX.description}
        name="description"
        original={originalLocale}
        rows={5}
        stale={(stale.description ?? []).filter(isLocale)}
      />
    </FormGroup>
  );
}
