import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { interests } from "@/db/schema/interests";
import { blockMember, unblockMember } from "@/lib/introductions/blocking.mutations";
import { stopHiddenMachines } from "./machine.mutations";
import { countHiddenYes } from "./machine.queries";
import { getInterest } from "./queries";

afterAll(closeDatabase);

const yesOf = async (id: string) => {
  const { receiverMachineAt, senderMachineAt } = interests;
  const [row] = await query((db) =>
    db.select({ receiverMachineAt, senderMachineAt }).from(interests).where(eq(interests.id, id)),
  );
  return [row?.receiverMachineAt ?? null, row?.senderMachineAt ?? null].map((at) => at !== null);
};

/** An owner with two interests of others in a project, to both of which they said yes, as did who sent them. */
const begin = () =>
  transaction(async (tx) => {
    const [owner, sender, other] = [
      await makeMember(tx),
      await makeMember(tx),
      await makeMember(tx),
    ];
    const project = await makeProject(tx, owner.memberId, { moderation: "published" });
    const yes = { senderMachineAt: new Date(), receiverMachineAt: new Date() };
    const made = { state: "sent", isNamed: true, ...yes } as const;
    const { id } = await makeInterest(tx, project.id, sender.memberId, made);
    const { id: open } = await makeInterest(tx, project.id, other.memberId, made);
    return { owner, sender, other, id, open };
  });

test("who blocked the other since takes their own yes back, and nothing where they can open the page", async () => {
  const { owner, sender, id, open } = await begin();
  const stop = () => transaction((tx) => stopHiddenMachines(tx, owner));
  expect(await countHiddenYes(owner)).toBe(0);
  await expect(stop()).rejects.toThrow("notFound");
  const whom = { memberId: sender.memberId };
  await transaction((tx) => blockMember(tx, owner, whom));
  expect(await getInterest(owner, id)).toBeNull();
  // A block alone says nothing to the other.
  expect(await yesOf(id)).toEqual([true, true]);
  await transaction((tx) => unblockMember(tx, owner, whom));
  expect(await countHiddenYes(owner)).toBe(1);
  expect(await countHiddenYes(sender)).toBe(0);
  await expect(transaction((tx) => stopHiddenMachines(tx, sender))).rejects.toThrow("notFound");
  await stop();
  expect([await yesOf(id), await yesOf(open)]).toEqual([
    [false, true],
    [true, true],
  ]);
  expect(await eventsOn(id)).toContain("interest.machine-stopped");
  expect(await countHiddenYes(owner)).toBe(0);
});
