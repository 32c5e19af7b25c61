"use client";

import { CheckboxGroup } from "./checkbox-group";
import { useField } from "./form-context";
import type { Option, OptionGroup } from "./select-field";

type LongChoiceProps = {
  name: string;
  legend: string;
  options: (Option | OptionGroup)[];
  /** "# chosen" (`countCopy`). */
  count?: string;
  chosen: string[];
  required?: boolean;
};

/** Boxes of a long list in a window of their own, so that the rest of the form stays near. */
export function LongChoice({ name, legend, options, chosen, required, count }: LongChoiceProps) {
  const { optionalWord } = useField(name);
  return (
    <>
      <p aria-hidden="true" className="mb-1.5 font-semibold">
        {legend}
        {optionalWord && !required ? (
          <span className="font-normal text-muted"> {optionalWord}</span>
        ) : null}
      </p>
      <div className="max-h-80 overflow-y-auto overscroll-contain rounded-sm border border-input-border bg-surface px-4 py-2">
        <CheckboxGroup
          columns={2}
          count={count}
          defaultValue={chosen}
          hideLegend
          legend={legend}
          name={name}
          options={options}
          required={required}
        />
      </div>
    </>
  );
}
