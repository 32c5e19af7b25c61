import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { entries } from "@/db/schema/entries";
import { notices } from "@/db/schema/notices";
import { closeEntry } from "@/lib/entries/verbs.mutations";
import { EVENT_VERBS } from "@/lib/events/noun.queries";
import { moveEvent } from "@/lib/events/settling.mutations";
import { isLetterStillTold } from "./letters.queries";

afterAll(closeDatabase);

test("who was registered hears that an event is called off, also once it is taken back, and not once it is taken down", async () => {
  const { keeper, coming, id } = await transaction(async (tx) => {
    const event = await makeOpenEvent(tx);
    const member = await makeMember(tx);
    await makeRegistration(tx, { eventId: event.id, memberId: member.memberId });
    return {
      keeper: await makeMember(tx, {}, { role: "administrator" }),
      coming: member,
      id: event.id,
    };
  });
  await transaction((tx) => moveEvent(tx, keeper, { id, version: 1, to: "cancelled", words: "" }));
  const [notice] = await query((db) =>
    db
      .select({ kind: notices.kind, mailId: notices.mailId })
      .from(notices)
      .where(eq(notices.accountId, coming.accountId)),
  );
  const isTold = () => isLetterStillTold(notice?.mailId ?? "");
  expect(notice?.kind).toBe("eventCancelled");
  expect(await isTold()).toBe(true);
  const back = { id, version: 2, to: "withdrawn" } as const;
  await transaction((tx) => closeEntry(tx, keeper, EVENT_VERBS, back));
  expect(await isTold()).toBe(true);
  await query((db) => db.update(entries).set({ hiddenAt: new Date() }).where(eq(entries.id, id)));
  expect(await isTold()).toBe(false);
});
