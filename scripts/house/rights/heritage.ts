import * as policy from "@/lib/heritage/policy";
import { type Cell, row, VIEWERS } from "./actors";

/** What the club tells of its century is administrators' alone; what they may do to one, `kept.ts` says. */
export const heritageCells = (): Cell[] =>
  row("canDraftHeritage", "", "administrators ownAdministrator", VIEWERS, (actor) =>
    policy.canDraftHeritage(actor),
  );
