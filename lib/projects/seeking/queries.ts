import "server-only";
import { and, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { projects } from "@/db/schema/projects";
import { isPublished, listCards, type ProjectTeaser } from "../queries";

/** The newest published projects that look for partners, as anybody may read them; `most` of them, 24 at most. */
export async function listSeekingProjects(most: number): Promise<ProjectTeaser[]> {
  const isSeeking = and(isPublished, eq(projects.progress, "seeking-partners"));
  const cards = await query((db) => listCards(db, isSeeking, 1));
  return cards.slice(0, most);
}
