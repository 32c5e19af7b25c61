import "server-only";
import { and, eq, or } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { isPresentToAll } from "@/db/standing";
import { mayRead } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { PortraitSide } from "./face";
import { isInDirectory, showsToVisitors } from "./listed.queries";
import { levelOf, sightOf } from "./policy";
import { isReachable, isSeen } from "./sight.queries";

const SIDE_COLUMN = {
  240: members.portraitId,
  96: members.portraitMediumId,
  48: members.portraitSmallId,
} satisfies Record<PortraitSide, unknown>;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * The file of a portrait (WebP) at this side, and whether anybody may see it; null for what the viewer may not see: as
 * any field of an active member who stands in the directory, visitors of one who agreed to that; oneself always, and the club team who it is.
 */
export async function getPortrait(
  viewer: Viewer | null,
  portraitId: string,
  side: PortraitSide,
): Promise<{ fileId: string; isPublic: boolean } | null> {
  if (!UUID.test(portraitId)) return null;
  const isOpen = and(isPresentToAll(), isInDirectory, showsToVisitors);
  const isFound = mayRead(viewer)
    ? isReachable(viewer)
    : or(isOpen, viewer ? eq(members.accountId, viewer.accountId) : undefined);
  const [row] = await query((db) =>
    db
      .select({ fileId: SIDE_COLUMN[side], visibility: members.visibility })
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(members.portraitId, portraitId), isFound, isSeen(sightOf(viewer), "portrait"))),
  );
  if (!row?.fileId) return null;
  return { fileId: row.fileId, isPublic: levelOf(row.visibility, "portrait") === "public" };
}
