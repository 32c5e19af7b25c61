"use client";

import { type ComponentProps, lazy } from "react";

const SelectField = lazy(() =>
  import("./select-field").then((file) => ({ default: file.SelectField })),
);

/** A `SelectField` whose script only whoever sees it loads: for what few do on a page that many read. */
export function LateSelectField(props: ComponentProps<typeof SelectField>) {
  return <SelectField {...props} />;
}
