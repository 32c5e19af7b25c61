import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { INTEREST_STATES } from "@/db/enums";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { makeIntroduction } from "@/db/introduction-factory";
import { memberContacts } from "@/db/schema/members";
import { getMember, getMemberContacts } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let stranger: Member;

beforeAll(async () => {
  stranger = await join();
});

afterAll(closeDatabase);

/** Whose address and job title are for accepted contacts, and whose telephone is for nobody. */
async function join(): Promise<Member> {
  const member = await transaction((tx) =>
    makeMember(tx, {
      jobTitle: { fr: "Canari" },
      visibility: { jobTitle: "contacts", phone: "self" },
    }),
  );
  await query((db) =>
    db
      .update(memberContacts)
      .set({ email: "canari@example.org", phone: "+33 4 78 00 00 00" })
      .where(eq(memberContacts.memberId, member.memberId)),
  );
  return member;
}

const shown = async (viewer: Member, { memberId, memberSlug }: Member) => {
  const page = await getMember(viewer, memberSlug);
  const contacts = await getMemberContacts(viewer, memberId);
  return [page?.jobTitle?.fr, contacts?.email, contacts?.phone];
};

const OPEN = ["Canari", "canari@example.org", null];
const CLOSED = [undefined, null, null];

test.each(INTEREST_STATES)("by an interest that is %s", async (state) => {
  const [sender, owner, second] = await Promise.all([join(), join(), join()]);
  await transaction(async (tx) => {
    const project = await makeProject(tx, owner.memberId, { moderation: "published" });
    await makeInterest(tx, project.id, sender.memberId, { state });
    await makeInterest(tx, project.id, second.memberId, { state });
  });
  const isOpen = ["accepted", "in-talks", "agreement"].includes(state);
  expect(await shown(sender, owner)).toEqual(isOpen ? OPEN : CLOSED);
  expect(await shown(owner, sender)).toEqual(isOpen ? OPEN : CLOSED);
  // Both know the owner, not each other.
  expect(await shown(sender, second)).toEqual(CLOSED);
  for (const one of [sender, owner]) expect(await shown(stranger, one)).toEqual(CLOSED);
  const preview = await getMemberContacts(owner, owner.memberId, "members");
  expect(preview?.email).toBeNull();
});

test.each([undefined, "not-now", "accepted"] as const)(
  "by an introduction answered with %s, on either side",
  async (answer) => {
    const [asker, asked] = await Promise.all([join(), join()]);
    await transaction((tx) => makeIntroduction(tx, asker.memberId, asked.memberId, answer));
    const isOpen = answer === "accepted";
    expect(await shown(asker, asked)).toEqual(isOpen ? OPEN : CLOSED);
    expect(await shown(asked, asker)).toEqual(isOpen ? OPEN : CLOSED);
    for (const one of [asker, asked]) expect(await shown(stranger, one)).toEqual(CLOSED);
  },
);
