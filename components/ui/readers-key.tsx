"use client";

import { useReader } from "./form-context";

/** The key of a form, a fresh random value per drawn page, with whose form it is; `<ActionForm>` says both itself. */
export function ReadersKey({ own }: { own: string }) {
  return <input name="_key" type="hidden" value={`${own}~${useReader()}`} />;
}
