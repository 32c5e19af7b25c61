"use client";

import type { ComponentProps } from "react";
import { Checkbox } from "./checkbox";
import { useField } from "./form-context";

/** A yes that is asked for once the form was refused for want of it. */
export function LateCheckbox(props: ComponentProps<typeof Checkbox>) {
  const { error, keptList } = useField(props.name);
  return error || keptList([]).length > 0 ? <Checkbox {...props} /> : null;
}
