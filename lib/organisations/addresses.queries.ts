import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { isShown } from "@/db/columns";
import { organisations } from "@/db/schema/organisations";
import { SITEMAP_PAGES } from "@/lib/core/paths";

/** Where every public organisation stands and when it last changed, for search engines. */
export async function listPublicAddresses(): Promise<{ slug: string; updatedAt: Date }[]> {
  return query((db) =>
    db
      .select({ slug: organisations.slug, updatedAt: organisations.updatedAt })
      .from(organisations)
      .where(and(eq(organisations.visibility, "public"), isShown(organisations)))
      .orderBy(desc(organisations.updatedAt), asc(organisations.slug))
      .limit(SITEMAP_PAGES),
  );
}
