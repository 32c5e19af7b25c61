import * as policy from "@/lib/pages/policy";
import { type Cell, row, VIEWERS } from "./actors";

/** What the club says of itself is administrators' alone; what they may do to a page, `kept.ts` says. */
export const pageCells = (): Cell[] =>
  row("canWritePages", "", "administrators ownAdministrator", VIEWERS, (actor) =>
    policy.canWritePages(actor),
  );
