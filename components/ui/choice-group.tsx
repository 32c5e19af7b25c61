"use client";

import type { ReactNode } from "react";
import { ChoiceCount } from "./choice-count";
import { ChoiceRow } from "./choice-row";
import { FieldError } from "./field-error";
import { describedBy, useField } from "./form-context";
import { SavedMeanwhile } from "./saved-meanwhile";
import type { Option, OptionGroup } from "./select-field";

/** Unlike that of a list which opens, its words may be drawn. */
export type Choice = Omit<Option, "label"> & { label: ReactNode };

export type ChoiceGroupProps = {
  name: string;
  legend: string;
  /** Choices, or groups of them under headings. */
  options: (Choice | OptionGroup)[];
  /** "# of 3" (`countCopy`), for lists of which several are ticked. */
  count?: string;
  hint?: string;
  required?: boolean;
  /** Columns on wide screens, for long lists of short labels. */
  columns?: 1 | 2 | 3;
  hideLegend?: boolean;
};

type InternalProps = ChoiceGroupProps & { type: "checkbox" | "radio"; start?: string[] };

const COLUMNS = {
  1: "",
  2: "sm:grid sm:grid-cols-2 sm:gap-x-8",
  3: "sm:grid sm:grid-cols-2 sm:gap-x-8 lg:grid-cols-3",
};

const drawWords = ({ value, label, lang }: Choice) => (
  <span className="block" key={value} lang={lang}>
    {label}
  </span>
);

/** What groups of boxes and of round buttons have in common. */
export function ChoiceGroup(props: InternalProps) {
  const { name, legend, options, hint, required, columns = 1, type, start, hideLegend } = props;
  const field = useField(name);
  const checked = field.keptList(start);
  const isGrouped = options.some((one) => "options" in one);
  const choices: Choice[] = options.flatMap((one) => ("options" in one ? one.options : one));
  const [head] = choices;
  const saved = field.savedOf(choices, start);
  const drawRow = (option: Choice) => (
    <ChoiceRow
      defaultChecked={checked.includes(option.value)}
      hint={option.hint}
      // The error summary links to the first choice.
      id={option === head ? field.id : `${field.id}-${option.value}`}
      invalid={Boolean(field.error)}
      key={option.value}
      label={option.label}
      name={name}
      required={type === "radio" && required}
      type={type}
      value={option.value}
    />
  );
  return (
    <fieldset
      aria-describedby={describedBy(hint && field.hintId, field.error && field.errorId)}
      className={field.error ? "border-danger border-l-4 pl-4" : ""}
    >
      <legend className={hideLegend ? "sr-only" : "mb-1.5 font-semibold"}>
        <span id={field.labelId}>{legend}</span>
        {field.labelName ? <input name={field.labelName} type="hidden" value={legend} /> : null}
        {required || !field.optionalWord ? null : (
          <span className="font-normal text-muted"> {field.optionalWord}</span>
        )}
      </legend>
      {hint ? (
        <p className="mb-2 text-muted text-sm" id={field.hintId}>
          {hint}
        </p>
      ) : null}
      <FieldError error={field.error} id={field.errorId} />
      {/* Above them: a long list shows its first ones and scrolls. */}
      {saved ? (
        <SavedMeanwhile>{saved.length > 0 ? saved.map(drawWords) : null}</SavedMeanwhile>
      ) : null}
      {props.count ? (
        <ChoiceCount copy={props.count} key={`count-${field.resetKey}`} start={checked.length} />
      ) : null}
      <div className={isGrouped ? "space-y-4" : COLUMNS[columns]} key={field.resetKey}>
        {options.map((one) =>
          "options" in one ? (
            <fieldset key={one.label}>
              <legend className="font-semibold text-secondary text-sm">{one.label}</legend>
              <div className={COLUMNS[columns]}>{one.options.map(drawRow)}</div>
            </fieldset>
          ) : (
            drawRow(one)
          ),
        )}
      </div>
    </fieldset>
  );
}
