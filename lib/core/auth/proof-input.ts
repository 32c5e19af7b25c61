import { z } from "zod";
import type { ErrorCode } from "../errors";

/** One password whatever keyboard it was typed on. */
export const composed = (text: string): string => text.normalize("NFKC");

/** The present password, as proof. Whoever has none leaves the field out: they have just signed in. */
export const proof = z
  .string()
  .max(1000, "passwordTooLong" satisfies ErrorCode)
  .transform(composed)
  .default("");
