import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { roomMilestones } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay } from "@/lib/core/dates";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { canPlan } from "./policy";
import { roomEvent } from "./room-event";
import { MOST_MILESTONES } from "./room-limits";
import { lockOpenRoom, type RoomRoster } from "./roster.queries";

/** Calendar days, `YYYY-MM-DD`. */
type Days = { startsOn: string | null; dueOn: string };

type MilestoneVersion = { milestoneId: string; version: number };

/**
 * Leads and partners plan a milestone. Throws `notFound`, `roomClosed`, `roleReadsOnly`, `tooManyMilestones`, on `dueOn`
 * `dueBeforeStart`, and on the day concerned `beforeProjectStart` (with the first `day` that can be planned, in the form's language).
 */
export async function planMilestone(
  tx: Transaction,
  viewer: Viewer,
  input: { roomId: string; title: string; locale: Locale } & Days,
): Promise<{ slug: string }> {
  const { roomId, title, startsOn, dueOn } = input;
  const room = await lockOpenRoom(tx, viewer, roomId);
  authorize(canPlan(viewer, room), "roleReadsOnly");
  requireDays(room, input);
  const count = await tx.$count(roomMilestones, eq(roomMilestones.roomId, roomId));
  authorize(count < MOST_MILESTONES, "tooManyMilestones");
  const authorId = viewer.accountId;
  await tx.insert(roomMilestones).values({ roomId, title, startsOn, dueOn, authorId });
  await record(tx, viewer, roomEvent("room.milestone-planned", room));
  return room;
}

/**
 * Leads and partners change a milestone, its days, its progress (0 to 100) and whether it is done. Throws as
 * `planMilestone`, and `conflict` when somebody else changed it meanwhile.
 */
export async function changeMilestone(
  tx: Transaction,
  viewer: Viewer,
  input: MilestoneVersion &
    Days & { title: string; progress: number; done: boolean; locale: Locale },
): Promise<{ slug: string }> {
  const { title, startsOn, dueOn, done } = input;
  const { room, milestone } = await lockMilestone(tx, viewer, input);
  authorize(canPlan(viewer, room), "roleReadsOnly");
  // What was planned before the project began later is still moved on, and done.
  const isMoved = startsOn !== milestone.startsOn || dueOn !== milestone.dueOn;
  if (isMoved) requireDays(room, input);
  const progress = done ? 100 : input.progress;
  await tx
    .update(roomMilestones)
    .set({
      title,
      startsOn,
      dueOn,
      progress,
      doneAt: done ? sql`coalesce(${roomMilestones.doneAt}, now())` : null,
      version: milestone.version + 1,
    })
    .where(eq(roomMilestones.id, milestone.id));
  const data = { progress, done };
  await record(tx, viewer, roomEvent("room.milestone-changed", room, data));
  return room;
}

/** Leads and partners take a milestone off. Throws `notFound`, `roomClosed`, `roleReadsOnly`, `conflict`. */
export async function removeMilestone(
  tx: Transaction,
  viewer: Viewer,
  input: MilestoneVersion,
): Promise<{ slug: string }> {
  const { room, milestone } = await lockMilestone(tx, viewer, input);
  authorize(canPlan(viewer, room), "roleReadsOnly");
  await tx.delete(roomMilestones).where(eq(roomMilestones.id, milestone.id));
  await record(tx, viewer, roomEvent("room.milestone-removed", room));
  return room;
}

async function lockMilestone(tx: Transaction, viewer: Viewer, input: MilestoneVersion) {
  const isIt = eq(roomMilestones.id, input.milestoneId);
  const [found] = await tx
    .select({ roomId: roomMilestones.roomId })
    .from(roomMilestones)
    .where(isIt);
  if (!found) throw new AppError("notFound");
  const room = await lockOpenRoom(tx, viewer, found.roomId);
  // Under the room's lock: who waited for it reads what the other one wrote.
  const [milestone] = await tx
    .select({
      id: roomMilestones.id,
      version: roomMilestones.version,
      startsOn: roomMilestones.startsOn,
      dueOn: roomMilestones.dueOn,
    })
    .from(roomMilestones)
    .where(and(isIt, eq(roomMilestones.roomId, room.id)));
  authorize(milestone !== undefined);
  authorize(milestone.version === input.version, "conflict");
  return { room, milestone };
}

function requireDays(
  room: RoomRoster,
  { startsOn, dueOn, locale }: Days & { locale: Locale },
): void {
  if (startsOn && dueOn < startsOn) throw new AppError("dueBeforeStart", { field: "dueOn" });
  const first = startsOn ?? dueOn;
  if (room.plannedFrom === null || first >= room.plannedFrom) return;
  const values = { day: formatDay(room.plannedFrom, locale) };
  throw new AppError("beforeProjectStart", { field: startsOn ? "startsOn" : "dueOn", values });
}
