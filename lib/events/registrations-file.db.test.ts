import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { makeGuest, makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { eventGuests } from "@/db/schema/registrations";
import { LIMITS } from "@/lib/core/auth/rate-limit";
import { getTranslator } from "@/lib/core/i18n/translator";
import { writeCsv } from "@/lib/core/text/csv";
import { registrationRows } from "./registrations-file";
import { listRegistrationsForFile } from "./registrations-file.queries";

afterAll(closeDatabase);

test("whoever keeps an event takes its registrations along, as plain text, and the trail says so", async () => {
  const { keeper, member, event } = await transaction(async (tx) => {
    const people = [await makeMember(tx), await makeMember(tx)] as const;
    const host = await makeOrganisation(tx, {}, [people[0]]);
    const made = await makeOpenEvent(tx, { price: 20 }, [host.id]);
    await makeRegistration(tx, {
      ...{ eventId: made.id, memberId: people[1].memberId },
      ...{ companions: ["=HYPERLINK(1)", "李娜"], note: "Végétarienne; merci" },
      ...{ paidAt: new Date(), takesPhotos: true },
    });
    await makeGuest(tx, made.id, { name: "Wu Jie" }, { state: "waiting" });
    const gone = await makeGuest(tx, made.id, {}, { state: "cancelled" });
    await tx
      .update(eventGuests)
      .set({ name: null, email: null })
      .where(eq(eventGuests.id, gone.guestId));
    return { keeper: people[0], member: people[1], event: made };
  });
  expect(await listRegistrationsForFile(member, event.slug)).toBeNull();
  expect(await eventsOn(event.id)).toEqual([]);
  const file = await listRegistrationsForFile(keeper, event.slug);
  if (!file) throw new Error("no file");
  const [head, first, second, third] = registrationRows(file, "fr");
  expect(head).toHaveLength(first?.length ?? 0);
  expect(first?.slice(1, 4)).toEqual(["=HYPERLINK(1) / 李娜", "3", "Avec une place"]);
  expect(first?.slice(5)).toEqual(["oui", "oui", "Végétarienne; merci"]);
  expect(second?.slice(0, 4)).toEqual(["Wu Jie", "", "1", "En attente"]);
  expect(third?.[0]).toBe(getTranslator("fr", "events")("guest.gone"));
  const written = writeCsv(registrationRows(file, "fr"), "fr").toString();
  expect(written.startsWith("\uFEFF")).toBe(true);
  expect(written).toContain(`;'=HYPERLINK(1) / 李娜;3;`);
  expect(written).toContain(`;"Végétarienne; merci"\r\n`);
  await expect.poll(() => eventsOn(event.id)).toEqual(["event.registrations-exported"]);
});

test("who has taken such lists too often is told, and nothing is read or noted", async () => {
  const { keeper, event, other } = await transaction(async (tx) => {
    const one = await makeMember(tx);
    const host = await makeOrganisation(tx, {}, [one]);
    const make = () => makeOpenEvent(tx, {}, [host.id]);
    return { keeper: one, event: await make(), other: await make() };
  });
  for (let turn = 0; turn < LIMITS.export.points; turn += 1)
    await listRegistrationsForFile(keeper, event.slug);
  await expect.poll(() => eventsOn(event.id)).toEqual(["event.registrations-exported"]);
  await expect(listRegistrationsForFile(keeper, other.slug)).rejects.toThrow("tooManyRequests");
  expect(await eventsOn(other.id)).toEqual([]);
});
