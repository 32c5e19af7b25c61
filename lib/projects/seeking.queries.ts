import "server-only";
import { and, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { projects } from "@/db/schema/projects";
import { isListed, listCards, type ProjectTeaser } from "./queries";

/** The newest listed projects that look for partners, as anybody may read them; `most` of them, 24 at most. */
export async function listSeekingProjects(most: number): Promise<ProjectTeaser[]> {
  const isSeeking = and(isListed(), eq(projects.progress, "seeking-partners"));
  const cards = await query((db) => listCards(db, null, isSeeking, 1));
  return cards.slice(0, most);
}
