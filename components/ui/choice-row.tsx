import type { ReactNode } from "react";

type ChoiceRowProps = {
  type: "checkbox" | "radio";
  id: string;
  name: string;
  value: string;
  defaultChecked: boolean;
  label: ReactNode;
  hint?: string;
  required?: boolean;
  invalid?: boolean;
  describedBy?: string;
};

/** One box or round button with its words; the whole row can be pressed. */
export function ChoiceRow(props: ChoiceRowProps) {
  const { type, id, name, value, defaultChecked, label, hint, required, invalid } = props;
  const hintId = hint ? `${id}-hint` : undefined;
  const described = [props.describedBy, hintId].filter(Boolean).join(" ") || undefined;
  return (
    <label className="flex cursor-pointer gap-3 py-1.5 pointer-coarse:py-2.5" htmlFor={id}>
      <input
        aria-describedby={described}
        aria-invalid={invalid || undefined}
        className="mt-[0.2em] size-5 shrink-0 cursor-pointer accent-primary"
        defaultChecked={defaultChecked}
        id={id}
        name={name}
        required={required}
        type={type}
        value={value}
      />
      <span>
        <span className="block text-pretty">{label}</span>
        {hint ? (
          <span className="block text-pretty text-muted text-sm" id={hintId}>
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}
