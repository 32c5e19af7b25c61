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
    <label className="choice" htmlFor={id}>
      <input
        aria-describedby={described}
        aria-invalid={invalid || undefined}
        defaultChecked={defaultChecked}
        id={id}
        name={name}
        required={required}
        type={type}
        value={value}
      />
      <span>
        {label}
        {hint ? (
          <span className="block text-muted text-sm" id={hintId}>
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}
