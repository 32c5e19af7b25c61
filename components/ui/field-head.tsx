import type { ReactNode } from "react";
import { FieldError } from "./field-error";
import { FieldLabel } from "./field-label";
import type { useField } from "./form-context";

type FieldHeadProps = {
  field: ReturnType<typeof useField>;
  label: string;
  hint?: string;
  required?: boolean;
  optional?: string;
  hideLabel?: boolean;
  aside?: ReactNode;
};

/** What stands above the control of a field: its label with what is beside it, hint, refusal. */
export function FieldHead(props: FieldHeadProps) {
  const { field, label, hint, required, optional, hideLabel, aside } = props;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <FieldLabel field={field} hidden={hideLabel} optional={optional} required={required}>
          {label}
        </FieldLabel>
        {aside}
      </div>
      {hint ? (
        <p className="text-muted text-sm" id={field.hintId}>
          {hint}
        </p>
      ) : null}
      <FieldError error={field.error} id={field.errorId} />
    </>
  );
}
