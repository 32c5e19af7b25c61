import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { query } from "@/db/client";
import { members } from "@/db/schema/members";
import type { Read } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { settleNames, type TypedNames } from "./settled-names";

/** The names as they would stand in the fields of their script, with the version they were read from. */
export type NameProposal = TypedNames & { version: number };

/**
 * What the viewer is proposed for their own name: its Latin form where they wrote it in Chinese characters alone. Null
 * when nothing is missing, and once they chose to keep it.
 */
export async function getNameProposal(
  viewer: Viewer,
  read: Read = query,
): Promise<NameProposal | null> {
  const { familyName, givenName, nameZh, version } = members;
  const [row] = await read((db) =>
    db
      .select({ familyName, givenName, nameZh, version })
      .from(members)
      .where(and(eq(members.accountId, viewer.accountId), isNull(members.nameKeptAt))),
  );
  if (!row) return null;
  const { isProposed, ...names } = settleNames({ ...row, nameZh: row.nameZh ?? "" });
  return isProposed ? { ...names, version: row.version } : null;
}
