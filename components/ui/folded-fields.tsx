"use client";

import { type ReactNode, use } from "react";
import { FormContext } from "./form-context";

type FoldedFieldsProps = {
  label: ReactNode;
  labelClass: string;
  /** Asked for already. */
  isOpen?: boolean;
  children: ReactNode;
};

/** The fields of a form that stand folded until they are asked for, or were refused: without JavaScript too. */
export function FoldedFields({ label, labelClass, isOpen, children }: FoldedFieldsProps) {
  const { state } = use(FormContext);
  return (
    <details open={isOpen || "values" in state}>
      <summary className={labelClass}>{label}</summary>
      <div className="max-w-measure space-y-4 py-4">{children}</div>
    </details>
  );
}
