"use client";

import { ChoiceGroup, type ChoiceGroupProps } from "./choice-group";

type CheckboxGroupProps = ChoiceGroupProps & { defaultValue?: string[] };

/** Several choices out of a list; each ticked value is sent under the same name. */
export function CheckboxGroup({ defaultValue, ...group }: CheckboxGroupProps) {
  return <ChoiceGroup {...group} start={defaultValue} type="checkbox" />;
}
