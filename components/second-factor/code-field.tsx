import { TextField } from "../ui/text-field";

type CodeFieldProps = {
  label: string;
  hint?: string;
  /** Six digits of an app, a recovery code, or either of the two. */
  kind: "app" | "recovery" | "either";
};

/** Where a code of the second factor is typed. */
export function CodeField({ label, hint, kind }: CodeFieldProps) {
  return (
    <TextField
      autoComplete={kind === "recovery" ? "off" : "one-time-code"}
      hint={hint}
      inputMode={kind === "app" ? "numeric" : "text"}
      label={label}
      name="code"
      required
      spellCheck={false}
      width={kind === "app" ? "short" : "medium"}
    />
  );
}
