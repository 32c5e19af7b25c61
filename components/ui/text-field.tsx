"use client";

import type { HTMLInputTypeAttribute, ReactNode } from "react";
import { CharacterCount } from "./character-count";
import { FieldHead } from "./field-head";
import { CONTROL, type FieldWidth, WIDTH } from "./field-style";
import { describedBy, useField } from "./form-context";
import { SavedMeanwhile } from "./saved-meanwhile";

type TextFieldProps = {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  /** When it is optional, where it is not always: "(optional online)". */
  optional?: string;
  type?: HTMLInputTypeAttribute;
  autoComplete?: string;
  inputMode?: "text" | "email" | "tel" | "url" | "numeric" | "decimal" | "search";
  /** More than one line: a text area that begins with so many. */
  rows?: number;
  /** In characters as people count them; shown as a counter, refused by the server, never cut off. */
  maxLength?: number;
  defaultValue?: string;
  /** Language of what is typed here (BCP 47), if it is not the page's. */
  lang?: string;
  width?: FieldWidth;
  hideLabel?: boolean;
  spellCheck?: boolean;
  /** Stands at the end of the label's line: the visibility eye of a profile field. */
  aside?: ReactNode;
};

/** Where a text area grows with its text, `rows` alone no longer says how tall it starts. */
function minHeight(rows: number): string {
  if (rows <= 3) return "min-h-24";
  return rows <= 6 ? "min-h-36" : "min-h-60";
}

/** One line or one paragraph of text, with label, hint, refusal and counter. */
export function TextField(props: TextFieldProps) {
  const { name, hint, required, type = "text", rows, width = "full", maxLength } = props;
  const field = useField(name);
  const saved = field.saved(props.defaultValue);
  const control = {
    id: field.id,
    name,
    lang: props.lang,
    dir: props.lang ? "auto" : undefined,
    required,
    autoComplete: props.autoComplete,
    inputMode: props.inputMode,
    spellCheck: props.spellCheck,
    // A password comes back in a form that could not be sent alone: no answer holds one (`readForm`).
    defaultValue: field.kept(props.defaultValue),
    "aria-invalid": field.error ? true : undefined,
    "aria-describedby": describedBy(hint && field.hintId, field.error && field.errorId),
  };
  return (
    <div className="space-y-1.5">
      <FieldHead {...props} field={field} />
      {rows ? (
        <textarea
          {...control}
          className={`${CONTROL} field-sizing-content ${minHeight(rows)}`}
          rows={rows}
        />
      ) : (
        <input {...control} className={`${CONTROL} min-h-11 ${WIDTH[width]}`} type={type} />
      )}
      {saved === null ? null : <SavedMeanwhile lang={props.lang}>{saved}</SavedMeanwhile>}
      {maxLength ? (
        <CharacterCount
          always={rows !== undefined}
          fieldId={field.id}
          key={field.resetKey}
          max={maxLength}
        />
      ) : null}
    </div>
  );
}
