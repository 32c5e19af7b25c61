"use client";

import { ChoiceGroup, type ChoiceGroupProps } from "./choice-group";

type RadioGroupProps = ChoiceGroupProps & { defaultValue?: string };

/** One choice out of a few, all in sight, each with a line of explanation if needed. */
export function RadioGroup({ defaultValue, ...group }: RadioGroupProps) {
  return (
    <ChoiceGroup
      {...group}
      start={defaultValue === undefined ? undefined : [defaultValue]}
      type="radio"
    />
  );
}
