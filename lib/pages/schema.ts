import { z } from "zod";
import { choice } from "@/lib/core/text/fields";
import { placeTarget, saveInput } from "@/lib/entries/entry-input";
import { keyed } from "@/lib/entries/life-acts";
import { CLUB_PAGES, PAGES } from "./page";

/** Which page the club begins to write. Fault: `notInList`. */
export const startPageInput = z.strictObject({ page: choice(CLUB_PAGES) });

/** One section of the editor, as its form sends it. */
export const savePageInput = saveInput(PAGES);

export const submitPageInput = keyed(PAGES, placeTarget);
