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

type Sayer = MemberNames & {
  displayName: StoredText;
  memberId: string;
  memberSlug: string;
  hasPage: boolean;
};

/** What a row says, and by whom: null for somebody whose page the viewer may not read. */
export function saidBy<Row extends Sayer>(viewer: Viewer, row: Row) {
  const { familyName, givenName, nameOrder, nameZh, portrait, displayName, ...rest } = row;
  const { memberId, memberSlug, hasPage, ...said } = rest;
  const names = { familyName, givenName, nameOrder, nameZh, portrait, displayName };
  const by = hasPage ? { ...names, slug: memberSlug } : null;
  return { ...said, isOwn: viewer.memberId === memberId, by };
}
