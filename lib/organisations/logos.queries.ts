import "server-only";
import { and, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { organisationLogos, organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isSlug } from "./organisation-slug";
import { isInSight } from "./queries";

/** The logo (PNG) of an organisation in the viewer's sight with its mark; null for any other. */
export async function getLogo(
  viewer: Viewer | null,
  slug: string,
): Promise<{ image: Buffer; hash: string } | null> {
  if (!isSlug(slug)) return null;
  const [row] = await query((db) =>
    db
      .select({ image: organisationLogos.image, hash: organisationLogos.hash })
      .from(organisationLogos)
      .innerJoin(organisations, eq(organisations.id, organisationLogos.organisationId))
      .where(and(eq(organisations.slug, slug), isInSight(viewer))),
  );
  return row ?? null;
}
