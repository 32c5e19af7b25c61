import "server-only";
import { asc, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { organisations } from "@/db/schema/organisations";

/** Where every public organisation stands and when it last changed, for search engines. */
export async function listPublicAddresses(): Promise<{ slug: string; updatedAt: Date }[]> {
  return query((db) =>
    db
      .select({ slug: organisations.slug, updatedAt: organisations.updatedAt })
      .from(organisations)
      .where(eq(organisations.visibility, "public"))
      .orderBy(asc(organisations.slug)),
  );
}
