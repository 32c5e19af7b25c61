import { referenceOptions } from "@/db/reference/lists";
import { countCopy } from "@/lib/core/i18n/choice-copy";
import { localizedFieldCopy } from "@/lib/core/i18n/form-copy";
import { isLocale, type Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listOf } from "@/lib/entries/description";
import type { Noun } from "@/lib/entries/noun";
import { fieldName, nounWords } from "@/lib/entries/noun-words";
import type { Source } from "@/lib/entries/source-rows";
import { Checkbox } from "../ui/checkbox";
import { CheckboxGroup } from "../ui/checkbox-group";
import { FoldedChoices } from "../ui/folded-choices";
import { LANGUAGE_CHOICES } from "../ui/language-name";
import { LocalizedField } from "../ui/localized-field";
import { LongChoice } from "../ui/long-choice";
import { RadioGroup } from "../ui/radio-group";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";
import type { EditorEntry } from "./editor-entry";
import { SourcesField } from "./sources-field";

type EntryFieldProps = {
  noun: Noun;
  entry: Pick<EditorEntry, "content" | "stale">;
  name: string;
  locale: Locale;
  rows?: number;
  /** What the hint names. */
  hinted?: Record<string, number>;
};

/** Choices beyond which a list that may stay empty is folded. */
const MANY = 30;
/** Lines of a field; a longer text is scrolled, or grows with what is written. */
const MOST_ROWS = 18;
/** Choices beyond which one that must not is scrolled by itself. */
const LONG = 12;

/** One field of an entry as it is described, a text in three languages; what is asked for in another way its noun draws. */
export function EntryField({ noun, entry, name, locale, rows, hinted }: EntryFieldProps) {
  const field = noun.fields[name];
  if (!field) throw new Error(`${name} is not described`);
  const say = nounWords(noun, locale);
  const label = fieldName(noun, name, locale);
  const hint = say.has(`hints.${name}`) ? say(`hints.${name}`, hinted) : undefined;
  const value = new Map<string, unknown>(Object.entries(entry.content)).get(name);
  const list = listOf(field);
  const options = list ? referenceOptions(list, locale) : [];
  const optional = say.has(`optional.${name}`) ? say(`optional.${name}`) : undefined;
  const asked = { name, label, hint, optional, required: field.isNeeded };
  const group = { name, hint, legend: label, required: true };
  switch (field.kind) {
    case "text":
      return (
        <LocalizedField
          {...asked}
          copy={localizedFieldCopy(locale)}
          defaultValue={value as LocalizedText}
          maxLength={field.most}
          original={entry.content.originalLocale}
          rows={
            rows ?? (field.isLine ? undefined : Math.min(Math.ceil(field.most / 400), MOST_ROWS))
          }
          stale={(entry.stale[name] ?? []).filter(isLocale)}
        />
      );
    case "choice":
      return (
        <SelectField
          {...asked}
          defaultValue={(value as string | null) ?? ""}
          emptyLabel={getTranslator(locale, "entries")("editor.choose")}
          options={options}
          width="medium"
        />
      );
    case "language":
      return <RadioGroup {...group} defaultValue={value as Locale} options={LANGUAGE_CHOICES} />;
    case "choices":
      return <ChoicesField {...{ ...asked, options, locale, field }} value={value as string[]} />;
    case "sources":
      return <SourcesField {...{ name, label, hint, locale }} value={value as Source[]} />;
    case "line":
    case "date":
    case "year":
    case "day":
      return (
        <TextField
          {...asked}
          defaultValue={String(value ?? "")}
          inputMode={field.kind === "year" ? "numeric" : undefined}
          type={field.kind === "day" ? "date" : undefined}
          width={field.kind === "line" ? "medium" : "short"}
        />
      );
    case "minute":
      return (
        <TextField
          {...asked}
          defaultValue={String(value ?? "").replace(" ", "T")}
          type="datetime-local"
          width="medium"
        />
      );
    case "tick":
      return <Checkbox {...{ name, label, hint }} defaultChecked={value as boolean} value="on" />;
    case "state":
      return (
        <RadioGroup
          {...group}
          defaultValue={value as string}
          options={field.of.map((one) => stateOption(say, name, one))}
        />
      );
  }
}

/** A value of a `state`, and what follows from it where something does. */
function stateOption(say: ReturnType<typeof nounWords>, name: string, value: string) {
  const [label, hint] = [`choices.${name}.${value}`, `choices.${name}.${value}Hint`] as const;
  return { value, label: say(label), hint: say.has(hint) ? say(hint) : undefined };
}

type ChoicesFieldProps = {
  name: string;
  label: string;
  hint: string | undefined;
  options: { value: string; label: string }[];
  required: boolean | undefined;
  value: string[];
  field: { most?: number };
  locale: Locale;
};

/** Several choices; a long list in a window of its own, or, where it may stay empty, behind its name and how much is chosen. */
function ChoicesField({ label, value, field, locale, ...group }: ChoicesFieldProps) {
  if (group.required && group.options.length > LONG) {
    const { hint: _, ...list } = group;
    return (
      <div>
        <LongChoice {...list} chosen={value} count={countCopy(locale, field.most)} legend={label} />
      </div>
    );
  }
  const isFolded = group.options.length > MANY && !group.required;
  const choices = (
    <CheckboxGroup
      {...group}
      columns={isFolded ? 3 : 2}
      defaultValue={value}
      hideLegend={isFolded}
      legend={label}
    />
  );
  if (!isFolded) return choices;
  return (
    <FoldedChoices
      label={
        <span className="font-semibold">
          {getTranslator(locale, "entries")("editor.chosen", { field: label, count: value.length })}
        </span>
      }
      name={group.name}
    >
      {choices}
    </FoldedChoices>
  );
}
