import type { ReactNode } from "react";

type FieldLabelProps = {
  /** As `useField` gives it; `labelName` is the name under which the form sends what the field is called. */
  field: { id: string; labelId: string; optionalWord?: string; labelName?: string };
  children: ReactNode;
  /** Else it is marked optional, in the reader's language. */
  required?: boolean;
  /** Marks it so in its own words, which say when it is: "(optional online)". */
  optional?: string;
  hidden?: boolean;
};

/** The name of a field, above it. */
export function FieldLabel(props: FieldLabelProps) {
  const { field, children, required, optional, hidden } = props;
  return (
    <label className={hidden ? "sr-only" : "block font-semibold"} htmlFor={field.id}>
      <span id={field.labelId}>{children}</span>
      {field.labelName ? (
        <input name={field.labelName} type="hidden" value={String(children)} />
      ) : null}
      {required || !field.optionalWord ? null : (
        <span className="font-normal text-muted"> {optional ?? field.optionalWord}</span>
      )}
    </label>
  );
}
