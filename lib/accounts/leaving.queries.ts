import "server-only";
import { and, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { affiliations } from "@/db/schema/affiliations";
import { organisations } from "@/db/schema/organisations";
import { canLeave } from "@/lib/affiliations/policy";
import { getRoster } from "@/lib/affiliations/roster.queries";
import { isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";

/** The organisations that the viewer has to hand over before they leave the club: nobody else there manages them. */
export async function listToHandOver(viewer: Viewer, locale: Locale) {
  if (!isReadingMember(viewer)) return [];
  const isManaged = and(
    eq(affiliations.memberId, viewer.memberId),
    eq(affiliations.role, "manager"),
  );
  const managed = await query((db) =>
    db
      .select({ slug: organisations.slug })
      .from(affiliations)
      .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
      .where(isManaged)
      .orderBy(organisations.slug),
  );
  const rosters = await Promise.all(managed.map(({ slug }) => getRoster(viewer, slug, locale)));
  return rosters.flatMap((roster) => (roster && !canLeave(viewer, roster) ? [roster] : []));
}
