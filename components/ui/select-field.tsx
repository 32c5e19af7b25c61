"use client";

import type { ReactNode } from "react";
import { FieldHead } from "./field-head";
import { CONTROL, type FieldWidth, WIDTH } from "./field-style";
import { describedBy, useField } from "./form-context";
import { SavedMeanwhile } from "./saved-meanwhile";
import { Sign } from "./sign";

/** `lang` is the label's language (BCP 47), where it is not the page's. */
export type Option = { value: string; label: string; hint?: string; lang?: string };
export type OptionGroup = { label: string; options: Option[] };

type SelectFieldProps = {
  name: string;
  label: string;
  /** Choices, or groups of them under headings. */
  options: (Option | OptionGroup)[];
  /** Words of the first, empty choice; without it the first option is chosen. */
  emptyLabel?: string;
  hint?: string;
  required?: boolean;
  /** When it is optional, where it is not always: "(optional online)". */
  optional?: string;
  defaultValue?: string;
  width?: FieldWidth;
  hideLabel?: boolean;
  aside?: ReactNode;
};

const drawOption = ({ value, label, lang }: Option) => (
  <option key={value} lang={lang} value={value}>
    {label}
  </option>
);

const labelOf = (value: string, options: SelectFieldProps["options"]) =>
  options
    .flatMap((one) => ("options" in one ? one.options : one))
    .find((one) => one.value === value)?.label;

/** One choice out of a long list. */
export function SelectField(props: SelectFieldProps) {
  const { name, options, emptyLabel, hint, required, width = "full" } = props;
  const field = useField(name);
  const saved = field.saved(props.defaultValue);
  const chosen = field.kept(props.defaultValue);
  const isKnown = labelOf(chosen, options) !== undefined || (!chosen && emptyLabel !== undefined);
  // What is no longer offered would be drawn as the first option, which nobody chose.
  const isGone = chosen !== (props.defaultValue ?? "") && !isKnown;
  return (
    <div className="space-y-1.5">
      <FieldHead {...props} field={field} />
      <div className={`relative ${WIDTH[width]}`}>
        <select
          aria-describedby={describedBy(hint && field.hintId, field.error && field.errorId)}
          aria-invalid={field.error ? true : undefined}
          className={`${CONTROL} min-h-11 appearance-none pr-10`}
          defaultValue={isGone ? props.defaultValue : chosen}
          id={field.id}
          key={field.resetKey}
          name={name}
          required={required}
        >
          {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
          {options.map((one) =>
            "options" in one ? (
              <optgroup key={one.label} label={one.label}>
                {one.options.map(drawOption)}
              </optgroup>
            ) : (
              drawOption(one)
            ),
          )}
        </select>
        <Sign className="choice-arrow" name="chevron-down" />
      </div>
      {saved === null ? null : (
        <SavedMeanwhile>{labelOf(saved, options) ?? emptyLabel}</SavedMeanwhile>
      )}
    </div>
  );
}
