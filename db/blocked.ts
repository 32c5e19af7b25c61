import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** Whether the one, a member's key, has blocked the other. */
export const hasBlocked = (
  blockerId: SQLWrapper | string,
  blockedId: SQLWrapper | string,
): SQL<boolean> => sql<boolean>`exists (select from member_blocks
  where blocker_id = ${blockerId} and blocked_id = ${blockedId})`;
