"use client";

import { FieldError } from "../ui/field-error";
import { CONTROL } from "../ui/field-style";
import { describedBy, useField } from "../ui/form-context";
import { Icon } from "../ui/icon";
import type { Option } from "../ui/select-field";

type VisibilitySelectProps = {
  field: string;
  /** "Visible to: Biography", for those who do not see what it stands beside. */
  label: string;
  /** "Visible to", above it. */
  shortLabel: string;
  levels: Option[];
  defaultValue: string;
};

/** The eye beside a profile field: who sees it. */
export function VisibilitySelect(props: VisibilitySelectProps) {
  const { label, shortLabel, levels, defaultValue } = props;
  const field = useField(`visibility.${props.field}`);
  return (
    <div className="space-y-1.5">
      <label className="flex items-center gap-1.5 text-muted text-sm" htmlFor={field.id}>
        <Icon className="size-4.5" name="eye" />
        <span aria-hidden="true">{shortLabel}</span>
        <span className="sr-only" id={field.labelId}>
          {label}
        </span>
      </label>
      <FieldError error={field.error} id={field.errorId} />
      <div className="relative">
        <select
          aria-describedby={describedBy(field.error && field.errorId)}
          aria-invalid={field.error ? true : undefined}
          className={`${CONTROL} min-h-11 appearance-none pr-9 text-sm`}
          defaultValue={field.kept(defaultValue)}
          id={field.id}
          key={field.resetKey}
          name={`visibility.${props.field}`}
        >
          {levels.map((level) => (
            <option key={level.value} value={level.value}>
              {level.label}
            </option>
          ))}
        </select>
        <Icon className="choice-arrow" name="chevron-down" />
      </div>
    </div>
  );
}
