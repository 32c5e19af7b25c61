import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { isShown } from "@/db/columns";
import { files } from "@/db/schema/files";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isSlug } from "@/lib/core/text/slug";
import { isInSight } from "./queries";

/** The file of the logo (PNG) of an organisation in the viewer's sight, with its hash and whether anybody may see it; null for any other. */
export async function getLogo(
  viewer: Viewer | null,
  slug: string,
): Promise<{ fileId: string; hash: string; isPublic: boolean } | null> {
  if (!isSlug(slug)) return null;
  const [row] = await query((db) =>
    db
      .select({
        fileId: files.id,
        hash: files.hash,
        isPublic: sql<boolean>`(${eq(organisations.visibility, "public")} and ${isShown(organisations)})`,
      })
      .from(files)
      .innerJoin(organisations, eq(organisations.logoId, files.id))
      .where(and(eq(organisations.slug, slug), isInSight(viewer))),
  );
  return row ?? null;
}
