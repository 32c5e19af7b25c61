import { z } from "zod";
import { REFERENCE_LISTS } from "@/db/reference/lists";
import { LOCALES } from "../i18n/locales";
import type { Facts } from "./facts";

const list = z.enum(REFERENCE_LISTS);
const locale = z.enum(LOCALES);

const storedFacts = z.record(
  z.string(),
  z
    .union([
      z.string(),
      z.object({
        text: z.partialRecord(locale, z.string()),
        original: locale.optional(),
        member: z.string().optional(),
      }),
      z.object({ reason: z.string(), list }),
      z.object({ label: z.string(), list }),
    ])
    .catch(""),
);

/** Facts as they lie in the database; what is none any more says nothing. */
export const parseFacts = (stored: unknown): Facts => storedFacts.catch({}).parse(stored);
