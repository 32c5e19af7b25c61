import { z } from "zod";
import { DESK_KINDS } from "@/db/enums";
import { choice, paragraph, rowId } from "../core/text/fields";
import { WORDS_MAX } from "./words-limit";

const item = { kind: choice(DESK_KINDS), id: rowId };

/** `from` is the colleague it is taken over from, as the page said; absent for what nobody has taken on. */
export const takeItemInput = z.strictObject({ ...item, from: rowId.optional() });

export const releaseItemInput = z.strictObject(item);

export const noteItemInput = z.strictObject({ ...item, words: paragraph(WORDS_MAX) });
