"use client";

import { useReader } from "./form-context";

/**
 * Says whose form this is, in a plain form that carries a file; `<ActionForm>` says so itself. `own` is a fresh random value
 * per drawn page: sent again, since its answer was lost, the form is taken once.
 */
export function FormKey({ own }: { own: string }) {
  return <input name="_key" type="hidden" value={`${own}~${useReader()}`} />;
}
