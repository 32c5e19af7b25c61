import type { ReactNode } from "react";
import { FoldArrow } from "./fold-arrow";
import { FoldedFields } from "./folded-fields";

type FoldedChoicesProps = {
  /** What it is a choice of, and how many are chosen. */
  label: ReactNode;
  isOpen?: boolean;
  name: string;
  children: ReactNode;
};

/** A long list of boxes behind a line that looks like a field to choose from. */
export const FoldedChoices = ({ label, isOpen, name, children }: FoldedChoicesProps) => (
  <FoldedFields
    isOpen={isOpen}
    label={
      <>
        {label}
        <FoldArrow />
      </>
    }
    name={name}
    labelClass="flex min-h-11 items-center justify-between gap-2 rounded-sm border border-input-border px-3"
  >
    {children}
  </FoldedFields>
);
