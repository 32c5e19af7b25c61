import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { entries } from "@/db/schema/entries";
import { placeTasks } from "../dashboard/place-tasks";
import { listOfferedPlaces } from "./offered.queries";

afterAll(closeDatabase);

const HOUR_MS = 3_600_000;

test("a place that is kept for somebody is their task until it is taken, runs out, or the event is gone", async () => {
  const { person, other, event, offer } = await transaction(async (tx) => {
    const [person, other] = [await makeMember(tx), await makeMember(tx)];
    const host = await makeOrganisation(tx, {}, [other]);
    const event = await makeOpenEvent(tx, {}, [host.id]);
    const offer = (hours: number, memberId = person.memberId) =>
      makeRegistration(tx, {
        ...{ eventId: event.id, memberId },
        state: "offered",
        offeredUntil: new Date(Date.now() + hours * HOUR_MS),
      });
    await offer(-1, other.memberId);
    return { person, other, event, offer: await offer(5) };
  });
  expect(offer).toBeDefined();
  const [place, ...rest] = await listOfferedPlaces(person);
  expect(place).toMatchObject({ slug: event.slug });
  expect(rest).toEqual([]);
  expect(await listOfferedPlaces(other)).toEqual([]);
  expect(placeTasks(place ? [place] : [], "zh")).toMatchObject([
    { kind: "place", isPressing: true, href: `/zh/events/${event.slug}` },
  ]);
  await query((db) =>
    db.update(entries).set({ hiddenAt: new Date() }).where(eq(entries.id, event.id)),
  );
  expect(await listOfferedPlaces(person)).toEqual([]);
});
