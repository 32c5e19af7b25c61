import { and, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { entries } from "@/db/schema/entries";
import { getExperience } from "@/lib/experiences/queries";
import type { Person, Unnamed } from "./crowd-report";

/** What visitors read of each experience that is open to them, and a member of one whose author is not named to them. */
export async function readUnnamedAuthors(club: Person[]): Promise<Unnamed[]> {
  const { slug, ownerId, sectors, cities } = entries;
  const rows = await query((db) =>
    db
      .select({ slug, ownerId, sectors, cities })
      .from(entries)
      .where(and(eq(entries.entryKind, "experience"), eq(entries.moderation, "published"))),
  );
  const found: Unnamed[] = [];
  for (const one of rows) {
    const other = club.find(({ viewer }) => viewer.memberId !== one.ownerId)?.viewer ?? null;
    for (const viewer of [null, other]) {
      const page = await getExperience(viewer, one.slug);
      if (!page || page.author) continue;
      const said = { sectors: page.sectors, places: page.cities };
      found.push({
        about: `${one.slug} to ${viewer ? "a member" : "a visitor"}`,
        chosen: one,
        said,
      });
    }
  }
  return found;
}
