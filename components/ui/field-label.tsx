import type { ReactNode } from "react";

type FieldLabelProps = {
  id: string;
  htmlFor: string;
  children: ReactNode;
  /** "(optional)" in the reader's language; left out for required fields. */
  optionalWord?: string;
  hidden?: boolean;
};

/** The name of a field, above it. */
export function FieldLabel({ id, htmlFor, children, optionalWord, hidden }: FieldLabelProps) {
  return (
    <label className={hidden ? "sr-only" : "block font-semibold"} htmlFor={htmlFor}>
      <span id={id}>{children}</span>
      {optionalWord ? <span className="font-normal text-muted"> {optionalWord}</span> : null}
    </label>
  );
}
