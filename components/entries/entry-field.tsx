import { referenceOptions } from "@/db/reference/lists";
import { localizedFieldCopy } from "@/lib/core/i18n/form-copy";
import { isLocale, type Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listOf } from "@/lib/entries/description";
import type { Noun } from "@/lib/entries/noun";
import { fieldName, nounWords } from "@/lib/entries/noun-words";
import { CheckboxGroup } from "../ui/checkbox-group";
import { LocalizedField } from "../ui/localized-field";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";
import type { EditorEntry } from "./editor-entry";

type EntryFieldProps = {
  noun: Noun;
  entry: EditorEntry;
  name: string;
  locale: Locale;
  rows?: number;
  /** What the hint names. */
  hinted?: Record<string, number>;
};

/** One field of an entry as it is described, a text in three languages; what is asked for in another way its noun draws. */
export function EntryField({ noun, entry, name, locale, rows, hinted }: EntryFieldProps) {
  const field = noun.fields[name];
  if (!field) throw new Error(`${name} is not described`);
  const say = nounWords(noun, locale);
  const label = fieldName(noun, name, locale);
  const hint = say.has(`hints.${name}`) ? say(`hints.${name}`, hinted) : undefined;
  const value = (entry.content as unknown as Record<string, unknown>)[name];
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
          original={entry.content.originalLocale}
          required={field.isNeeded}
          rows={rows}
          stale={(entry.stale[name] ?? []).filter(isLocale)}
        />
      );
    case "choice":
      return (
        <SelectField
          defaultValue={(value as string | null) ?? ""}
          emptyLabel={getTranslator(locale, "entries")("editor.choose")}
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
