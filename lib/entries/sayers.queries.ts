import "server-only";
import { sql } from "drizzle-orm";
import { members } from "@/db/schema/members";
import type { StoredText } from "@/db/stored";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { MemberNames } from "@/lib/members/member-card";
import { isReachable, nameColumns } from "@/lib/members/sight.queries";

/** Who says something of an entry, as the viewer may know them. Join members and accounts. */
export const sayerColumns = (viewer: Viewer) => ({
  ...nameColumns(viewer),
  memberId: members.id,
  memberSlug: members.slug,
  hasPage: sql<boolean>`coalesce(${isReachable(viewer) ?? sql`true`}, false)`,
});

type Named = MemberNames & { displayName: StoredText; memberId: string; memberSlug: string };

/** All of them null where a left join found nobody. */
type Sayer = { hasPage: boolean } & { [Column in keyof Named]: Named[Column] | null };

/** What a row says, and by whom: null for somebody whose page the viewer may not read, and for nobody. */
export function saidBy<Row extends Sayer>(viewer: Viewer, row: Row) {
  const { familyName, givenName, nameOrder, nameZh, portrait, displayName, ...rest } = row;
  const { memberId, memberSlug: slug, hasPage, ...said } = rest;
  const isSomebody =
    familyName !== null && givenName !== null && nameOrder !== null && slug !== null;
  const by =
    hasPage && isSomebody && displayName !== null
      ? { familyName, givenName, nameOrder, nameZh, portrait, displayName, slug }
      : null;
  return { ...said, isOwn: memberId !== null && viewer.memberId === memberId, by };
}
