import { z } from "zod";
import { line, rowId } from "@/lib/core/text/fields";
import { readSearch, SEARCH_NAME_MAX } from "./saved-search";

const search = z
  .string()
  .max(2000)
  .transform((address, context) => {
    const read = readSearch(address);
    if (read) return read;
    context.addIssue({ code: "custom", message: "searchEmpty" });
    return z.NEVER;
  });

/** A search by the address of its page, and what it is called. */
export const saveSearchInput = z.strictObject({ search, name: line(SEARCH_NAME_MAX) });

export const dropSearchInput = z.strictObject({ searchId: rowId });
