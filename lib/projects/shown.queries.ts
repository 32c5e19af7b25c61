import "server-only";
import { type SQLWrapper, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { findSaying } from "@/lib/directory/crowd.queries";
import { isNamedTo, shownAs, shownFields } from "@/lib/entries/shown.queries";
import { isListedMember } from "@/lib/members/listed.queries";
import { buildProjectSearch, type SearchedProject } from "./search-text";

/**
 * A project's sectors and cities as lists show them (`shownFields`). Of its languages nothing where its owner is not known:
 * the directory tells who speaks them, and no crowd was counted for them. Join accounts.
 */
export const shownColumns = (viewer: Viewer | null, isNamed: SQLWrapper = isNamedTo(viewer)) => ({
  ...shownFields(isNamed),
  languages: shownAs(isNamed, projects.languages, sql`'{}'::text[]`),
});

/** What a project is shown and searched by, found anew among those who stand in the directory now. */
export async function findShown(tx: Transaction, project: SearchedProject & { ownerId: string }) {
  const { said } = await findSaying(tx, project);
  const isNamed = project.ownerLevel === "members" && (await isListedMember(tx, project.ownerId));
  return {
    shownSectors: said.sectors,
    shownPlaces: said.places,
    ...buildProjectSearch(project, said, isNamed),
  };
}
