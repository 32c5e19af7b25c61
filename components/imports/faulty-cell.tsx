import { type ReferenceList, referenceOptions } from "@/db/reference/lists";
import { LANGUAGE_OPTIONS } from "@/lib/core/i18n/language-options";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { ImportField } from "@/lib/imports/column-words";
import { isList } from "@/lib/imports/listed-words";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";

type FaultyCellProps = {
  field: ImportField | null;
  /** As it stands in the file. */
  cell: string;
  name: string;
  label: string;
  hint: string;
  /** Whether another cell may hold it instead. */
  isOneOf?: boolean;
  locale: Locale;
};

const LIST_OF: Partial<Record<ImportField, ReferenceList>> = {
  sectors: "sectors",
  cities: "cities",
  category: "membershipCategories",
};
const NEEDED: readonly (ImportField | null)[] = ["email", "familyName", "givenName"];

/** A cell to be mended: chosen where a list says what it may hold, else typed. Several choices in one cell are typed. */
export function FaultyCell(props: FaultyCellProps) {
  const { field, cell, name, label, hint, locale } = props;
  const list = field ? LIST_OF[field] : undefined;
  const listed = list && !isList(cell) ? referenceOptions(list, locale) : null;
  const options = field === "locale" ? LANGUAGE_OPTIONS : listed;
  if (!options) {
    const shared = { defaultValue: cell, hint, label, name };
    return <TextField {...shared} required={!props.isOneOf && NEEDED.includes(field)} />;
  }
  return (
    <SelectField
      defaultValue={cell}
      emptyLabel={getTranslator(locale, "imports")("page.faults.empty")}
      hint={hint}
      label={label}
      name={name}
      options={[{ value: cell, label: cell }, ...options]}
    />
  );
}
