import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { INTEREST_STATES } from "@/db/enums";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { entries } from "@/db/schema/entries";
import { acceptedContact } from "./sight.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let owner: Member;

beforeAll(async () => {
  owner = await transaction((tx) => makeMember(tx));
});

afterAll(closeDatabase);

const project = () =>
  transaction((tx) => makeProject(tx, owner.memberId, { moderation: "published" }));

const isAcceptedContactOf = async (viewer: Member | null, projectId: string) =>
  (await query((db) =>
    db.$count(entries, and(eq(entries.id, projectId), acceptedContact(viewer))),
  )) === 1;

test.each(INTEREST_STATES)("who sent an interest that is %s", async (state) => {
  const { id } = await project();
  const sender = await transaction(async (tx) => {
    const member = await makeMember(tx);
    await makeInterest(tx, id, member.memberId, { state });
    return member;
  });
  const isContact = ["accepted", "in-talks", "agreement", "no-agreement"].includes(state);
  expect(await isAcceptedContactOf(sender, id)).toBe(isContact);
  const suspended = { ...sender, status: "suspended" as const };
  for (const other of [suspended, owner, null]) {
    expect(await isAcceptedContactOf(other, id)).toBe(false);
  }
  const { id: elsewhere } = await project();
  expect(await isAcceptedContactOf(sender, elsewhere)).toBe(false);
});
