import { randomUUID } from "node:crypto";
import { asc, eq, sql } from "drizzle-orm";
import { query, transaction } from "@/db/client";
import { DatabaseUnavailable } from "@/db/errors";
import { makeOpenEvent } from "@/db/registration-factory";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { eventRegistrations } from "@/db/schema/registrations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";
import { cancelRegistration, registerForEvent } from "@/lib/events/registrations.mutations";
import { LIVING_STATES, SEATED_STATES } from "@/lib/events/registrations.policy";

const PARTY = { companions: [] as string[], note: "", isShown: false, takesPhotos: false };
export const SEATS = 20;
/** As many as the pool takes at once, and some who wait for a place in it. */
const LANES = 50;

export type Person = Viewer & { memberId: string };

/** So many members, in two statements. */
export const makePeople = (count: number) =>
  transaction(async (tx) => {
    const made = await tx
      .insert(accounts)
      .values(
        Array.from({ length: count }, () => ({
          email: `${randomUUID()}@example.org`,
          displayName: {},
          status: "active" as const,
        })),
      )
      .returning({ accountId: accounts.id });
    const profiles = await tx
      .insert(members)
      .values(
        made.map(({ accountId }) => ({
          accountId,
          slug: `member-${accountId}`,
          familyName: "Montclair",
          givenName: "Camille",
        })),
      )
      .returning({ memberId: members.id, accountId: members.accountId });
    return profiles.map(
      (one) => ({ ...one, role: "member", status: "active" }) as unknown as Person,
    );
  });

/** An event with twenty places. */
const openSeats = (companionsMost = 0) =>
  transaction((tx) => makeOpenEvent(tx, { capacity: SEATS, companionsMost }));

/** All in any order, many at once; whoever is told to come again does. Gives what was refused, by its code. */
async function letGo<Of>(all: readonly Of[], run: (one: Of) => Promise<unknown>) {
  const refused: Record<string, number> = {};
  let next = 0;
  const lane = async () => {
    for (let one = all[next++]; one !== undefined; one = all[next++]) {
      const code = await attempt(one, run);
      if (code) refused[code] = (refused[code] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return refused;
}

async function attempt<Of>(one: Of, run: (one: Of) => Promise<unknown>): Promise<string | null> {
  try {
    await run(one);
    return null;
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return attempt(one, run);
    return error instanceof AppError ? error.code : String(error);
  }
}

const register = (viewer: Person, eventId: string, companions: string[] = []) =>
  transaction((tx) => registerForEvent(tx, viewer, { ...PARTY, eventId, companions }));

/** Each registers as often as they stand in the list. Gives what was refused, and the states in the order of the lock. */
export async function allAtOnce(people: readonly Person[]) {
  const { id: eventId } = await openSeats();
  const refused = await letGo(people, (viewer) => register(viewer, eventId));
  return { refused, states: (await listRows(eventId)).map(({ state }) => state) };
}

/** Members who have a registration give it up, the others register, in so many turns at once. */
export async function inTurns(people: readonly Person[], turns: number) {
  const { id: eventId } = await openSeats(2);
  let most = 0;
  const refused = await letGo(
    Array.from({ length: turns }, (_, turn) => turn),
    async (turn) => {
      const viewer = people[(turn * 7) % people.length] as Person;
      const own = await findOwn(eventId, viewer);
      if (own) await transaction((tx) => cancelRegistration(tx, viewer, own));
      else await register(viewer, eventId, ["a", "b"].slice(0, turn % 3));
      most = Math.max(most, await countTaken(eventId));
    },
  );
  const rows = await listRows(eventId);
  const living = rows.filter(({ state }) => isOneOf(LIVING_STATES, state));
  const waiting = living.filter(({ state }) => state === "waiting");
  return {
    refused,
    most,
    taken: await countTaken(eventId),
    /** The smallest party that waits. */
    smallest: Math.min(...waiting.map(({ seats }) => seats)),
    isTwice: new Set(living.map(({ memberId }) => memberId)).size < living.length,
    /** An offer is the one change of a registration that waited. */
    offeredTwice: rows.some(({ state, version }) => state === "offered" && version !== 2),
    offers: rows.filter(({ state }) => state === "offered").length,
  };
}

const isOneOf = (states: readonly string[], state: string) => states.includes(state);

async function findOwn(eventId: string, { memberId }: Person) {
  const { id, version, state } = eventRegistrations;
  const [own] = await query((db) =>
    db
      .select({ registrationId: id, version })
      .from(eventRegistrations)
      .where(
        sql`event_id = ${eventId} and member_id = ${memberId} and ${state} in ${[...LIVING_STATES]}`,
      ),
  );
  return own;
}

async function countTaken(eventId: string): Promise<number> {
  const [row] = await query((db) =>
    db.execute<{ taken: number }>(sql`select coalesce(sum(seats), 0)::int as taken
      from event_registrations where event_id = ${eventId} and state in ${[...SEATED_STATES]}`),
  );
  return row?.taken ?? 0;
}

const listRows = (eventId: string) =>
  query((db) =>
    db
      .select({
        memberId: eventRegistrations.memberId,
        state: eventRegistrations.state,
        seats: eventRegistrations.seats,
        version: eventRegistrations.version,
      })
      .from(eventRegistrations)
      .where(eq(eventRegistrations.eventId, eventId))
      .orderBy(asc(eventRegistrations.queue)),
  );
