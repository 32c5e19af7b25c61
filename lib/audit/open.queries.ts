import "server-only";
import { and, eq, isNull, notInArray, or } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditEvents } from "@/db/schema/audit";
import type { Viewer } from "../core/auth/viewer-type";
import { sentByUnknown } from "../interests/sight.queries";
import { PRIVATE_ACTS } from "./policy";

/**
 * What the trail shows to a viewer who may read it: their own acts, and others' but for those that are private and those of
 * people who wrote to them without their name.
 */
export function isOpen(db: Database, viewer: Viewer) {
  const { actorId, name, subjectId } = auditEvents;
  const isKnown = or(isNull(actorId), notInArray(subjectId, sentByUnknown(db, viewer)));
  return or(eq(actorId, viewer.accountId), and(notInArray(name, PRIVATE_ACTS), isKnown));
}
