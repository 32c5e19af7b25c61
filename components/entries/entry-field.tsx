import { referenceOptions } from "@/db/reference/lists";
import { localizedFieldCopy } from "@/lib/core/i18n/form-copy";
import { isLocale, type Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { type Field, listOf } from "@/lib/entries/description";
import { CheckboxGroup } from "../ui/checkbox-group";
import { LocalizedField } from "../ui/localized-field";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";

type EntryFieldProps = {
  name: string;
  field: Field;
  value: unknown;
  label: string;
  hint?: string;
  /** Words of the empty choice. */
  choose: string;
  locale: Locale;
  /** The language the entry was first written in, and the translations of this text that are older. */
  original: Locale;
  stale?: readonly string[];
  rows?: number;
};

/** One field of an entry as it is described; what is asked for in another way is drawn by its noun. */
export function EntryField(props: EntryFieldProps) {
  const { name, field, value, label, hint, choose, locale, original, stale = [], rows } = props;
  const list = listOf(field);
  const options = list ? referenceOptions(list, locale) : [];
  switch (field.kind) {
    case "text":
      return (
        <LocalizedField
          copy={localizedFieldCopy(locale)}
          defaultValue={value as LocalizedText}
          hint={hint}
          label={label}
          maxLength={field.most}
          name={name}
          original={original}
          required={field.isNeeded}
          rows={rows}
          stale={stale.filter(isLocale)}
        />
      );
    case "choice":
      return (
        <SelectField
          defaultValue={(value as string | null) ?? ""}
          emptyLabel={choose}
          hint={hint}
          label={label}
          name={name}
          options={options}
          required={field.isNeeded}
          width="medium"
        />
      );
    case "choices":
      return (
        <CheckboxGroup
          columns={2}
          defaultValue={value as string[]}
          hint={hint}
          legend={label}
          name={name}
          options={options}
          required={field.isNeeded}
        />
      );
    case "year":
      return (
        <TextField
          defaultValue={String(value ?? "")}
          hint={hint}
          inputMode="numeric"
          label={label}
          name={name}
          required={field.isNeeded}
          width="short"
        />
      );
    case "day":
      return (
        <TextField
          defaultValue={(value as string | null) ?? ""}
          hint={hint}
          label={label}
          name={name}
          required={field.isNeeded}
          type="date"
          width="short"
        />
      );
    default:
      throw new Error(`${name} is asked for in its noun's own way`);
  }
}
