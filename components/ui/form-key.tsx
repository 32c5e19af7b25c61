"use client";

import { useReader } from "./form-context";

/** Says whose form this is, in a plain form that carries a file; `<ActionForm>` says so itself. */
export function FormKey() {
  return <input name="_key" type="hidden" value={`~${useReader()}`} />;
}
