import "server-only";
import { type SQLWrapper, sql } from "drizzle-orm";
import { affiliations } from "@/db/schema/affiliations";

/** Whether two members, by their keys, belong to one organisation, whatever they do there. */
export const areColleagues = (one: SQLWrapper, other: SQLWrapper) => sql<boolean>`exists (
  select 1 from ${affiliations} mine join ${affiliations} theirs
    on theirs.organisation_id = mine.organisation_id
  where mine.member_id = ${one} and theirs.member_id = ${other})`;
