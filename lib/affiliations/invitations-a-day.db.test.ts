import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { affiliations, organisationInvitations } from "@/db/schema/affiliations";
import { organisations } from "@/db/schema/organisations";
import { inviteColleague } from "./invitations.mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

const member = () => transaction((tx) => makeMember(tx));

/** An organisation that all of these manage. */
const organisation = (...managers: Member[]) =>
  transaction(async (tx) => {
    const { id } = await makeOrganisation(tx, {}, managers);
    await tx
      .update(affiliations)
      .set({ role: "manager", isMain: false })
      .where(eq(affiliations.organisationId, id));
    return id;
  });

const invite = (by: Member, organisationId: string) => {
  const email = `guest-${randomUUID()}@example.org`;
  const input = { organisationId, email, locale: "fr", role: "person" } as const;
  return transaction((tx) => inviteColleague(tx, by, input));
};

const TOO_MANY = { code: "tooManyInvitations" };

test("twenty a day from one organisation, whoever of its managers sends them", async () => {
  const [first, second] = [await member(), await member()];
  const [id, other] = [await organisation(first, second), await organisation(second)];
  for (let sent = 0; sent < 20; sent++) await invite(sent % 2 ? first : second, id);
  await expect(invite(first, id)).rejects.toMatchObject(TOO_MANY);
  await invite(second, other);
});

test("twenty a day from one manager, in however many organisations, at once too", async () => {
  const manager = await member();
  const ids = [await organisation(manager), await organisation(manager)];
  for (let sent = 0; sent < 15; sent++) await invite(manager, ids[0] ?? "");
  const tries = await Promise.allSettled(
    Array.from({ length: 8 }, (_, turn) => invite(manager, ids[turn % 2] ?? "")),
  );
  const lost = tries.flatMap((each) => (each.status === "rejected" ? each.reason : []));
  expect(lost).toEqual(Array(3).fill(expect.objectContaining(TOO_MANY)));
});

test("what was sent for an organisation that is gone still counts", async () => {
  const manager = await member();
  const [gone, kept] = [await organisation(manager), await organisation(manager)];
  for (let sent = 0; sent < 20; sent++) await invite(manager, gone);
  await transaction(async (tx) => {
    for (const table of [affiliations, organisationInvitations]) {
      await tx.delete(table).where(eq(table.organisationId, gone));
    }
    await tx.delete(organisations).where(eq(organisations.id, gone));
  });
  await expect(invite(manager, kept)).rejects.toMatchObject(TOO_MANY);
});
