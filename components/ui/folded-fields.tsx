"use client";

import { type ReactNode, use } from "react";
import { FormContext } from "./form-context";

type FoldedFieldsProps = {
  label: ReactNode;
  labelClass: string;
  /** Asked for already. */
  isOpen?: boolean;
  /** The one field that it holds. */
  name?: string;
  children: ReactNode;
};

/**
 * The fields of a form that stand folded until they are asked for, or were refused: without JavaScript too. One of a single field
 * stays folded where others were at fault and nothing was chosen in it.
 */
export function FoldedFields({ label, labelClass, isOpen, name, children }: FoldedFieldsProps) {
  const { state } = use(FormContext);
  const isAside =
    state.status === "invalid" && name && !(name in state.fields || name in state.values);
  return (
    <details open={isOpen || ("values" in state && !isAside)}>
      <summary className={labelClass}>{label}</summary>
      <div className="max-w-measure space-y-4 py-4">{children}</div>
    </details>
  );
}
