import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { addMonths } from "@/lib/core/dates";
import { yearOf } from "./activity-state";

/** `isEnded` of the rows, on a calendar day `YYYY-MM-DD`. */
export const hasEnded = (day: string): SQL<boolean> =>
  sql<boolean>`(${activities.stage} = 'exited' or coalesce(${activities.until} < ${yearOf(day)}, false))`;

/** `isToConfirm` of the rows, on a calendar day `YYYY-MM-DD`. */
export const readsToConfirm = (day: string): SQL<boolean> =>
  sql<boolean>`(${activities.confirmedOn} <= ${addMonths(day, -12)} and not ${hasEnded(day)})`;
