"use client";

import type { ReactNode } from "react";
import { ChoiceRow } from "./choice-row";
import { FieldError } from "./field-error";
import { describedBy, useField } from "./form-context";
import { SavedMeanwhile } from "./saved-meanwhile";

type CheckboxProps = {
  name: string;
  label: ReactNode;
  value?: string;
  hint?: string;
  required?: boolean;
  defaultChecked?: boolean;
};

/** A single yes: agreed, wanted, accepted. Never ticked on somebody's behalf for a consent. */
export function Checkbox(props: CheckboxProps) {
  const { name, label, value = "yes", hint, required, defaultChecked } = props;
  const field = useField(name);
  const start = defaultChecked === undefined ? undefined : [value].filter(() => defaultChecked);
  const saved = field.savedOf([{ value }], start);
  return (
    <div className="space-y-1">
      <FieldError error={field.error} id={field.errorId} />
      {field.labelName && typeof label === "string" ? (
        <input name={field.labelName} type="hidden" value={label} />
      ) : null}
      <ChoiceRow
        defaultChecked={field.keptList(start).includes(value)}
        describedBy={describedBy(field.error && field.errorId)}
        hint={hint}
        id={field.id}
        invalid={Boolean(field.error)}
        key={field.resetKey}
        label={<span id={field.labelId}>{label}</span>}
        name={name}
        required={required}
        type="checkbox"
        value={value}
      />
      {saved ? <SavedMeanwhile>{saved.length > 0 ? label : null}</SavedMeanwhile> : null}
    </div>
  );
}
