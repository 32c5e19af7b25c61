import * as policy from "@/lib/bookmarks/policy";
import { type Cell, row, VIEWERS } from "./actors";

/** What somebody keeps is theirs: whoever reads as members do. */
export const bookmarkCells = (): Cell[] =>
  row("canKeep", "", "readers owner readingOwner", VIEWERS, policy.canKeep);
