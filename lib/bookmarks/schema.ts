import { z } from "zod";
import { choice } from "@/lib/core/text/fields";
import { addressInput } from "@/lib/entries/entry-input";
import { KEPT_KINDS } from "./bookmark";

/** What is kept or let go, by its address. */
export const keepInput = z.strictObject({
  kind: choice(KEPT_KINDS),
  slug: addressInput,
  act: choice(["keep", "let-go"]),
});
