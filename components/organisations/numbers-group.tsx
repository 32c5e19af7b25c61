import { getTranslator } from "@/lib/core/i18n/translator";
import { spacedNumber } from "@/lib/core/text/registration-numbers";
import { FormGroup } from "../ui/form-group";
import { TextField } from "../ui/text-field";
import type { FormGroupProps } from "./organisation-form-props";

// Follows what is chosen above without a script; a browser that does not know :has() shows every number, and the
// server takes only those of the country.
const ONLY_FRENCH = "[form:not(:has([name=country]>[value=fr]:checked))_&]:hidden";
const ONLY_CHINESE = "[form:not(:has([name=country]>[value=cn]:checked))_&]:hidden";
const ONLY_WITHOUT =
  "hidden [form:has([name=country]>:is([value=hk],[value=mo],[value=other]):checked)_&]:block";
const ONLY_UNDECIDED = "hidden [form:has([name=country]>[value='']:checked)_&]:block";
const ONLY_WITH_PARENT =
  "[form:not(:has([name=kind]>[value=chinese-company]:checked))_&]:hidden " +
  "[form:has([name=country]>[value=cn]:checked)_&]:hidden";

// The kinds of `numberOf` that may have none: only for them does the label say "(optional)".
const OPTIONAL_FOR_SOME =
  "[form:not(:has([name=kind]>:is([value=start-up],[value=association],[value=research-lab],[value=cultural-institution],[value=media]):checked))_&_label>span~span]:hidden";

/** The numbers that an organisation has in its country. */
export function NumbersGroup({ entry, locale }: FormGroupProps) {
  const t = getTranslator(locale, "organisations");
  const number = (name: "siren" | "siret" | "vat" | "uscc" | "parentUscc") => {
    const kind = name === "parentUscc" ? "uscc" : name;
    const compact = entry[name];
    return (
      <TextField
        autoComplete="off"
        defaultValue={compact ? spacedNumber(kind, compact) : ""}
        hint={t(`form.${name}Hint`)}
        label={t(`form.${name}`)}
        name={name}
        spellCheck={false}
        width="medium"
      />
    );
  };
  return (
    <FormGroup id="numbers" title={t("form.groups.numbers")}>
      <div className={`space-y-7 ${ONLY_FRENCH}`}>
        <div className={OPTIONAL_FOR_SOME}>{number("siren")}</div>
        {number("siret")}
        {number("vat")}
      </div>
      <div className={`${ONLY_CHINESE} ${OPTIONAL_FOR_SOME}`}>{number("uscc")}</div>
      <p className={`text-muted ${ONLY_UNDECIDED}`}>{t("form.countryFirst")}</p>
      <p className={`text-muted ${ONLY_WITHOUT}`}>{t("form.noNumber")}</p>
      <div className={ONLY_WITH_PARENT}>{number("parentUscc")}</div>
    </FormGroup>
  );
}
