import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject, makeRoom } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import {
  acceptRoomInvitation,
  declineRoomInvitation,
  inviteToRoom,
  withdrawRoomInvitation,
} from "./invitations.mutations";
import { listOpenRoomInvitations, listOwnRoomInvitations } from "./invitations.queries";
import { changeRole, leaveRoom, removeFromRoom } from "./people.mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

let lead: Member;
let partner: Member;
let invited: Member;
let roomId: string;

beforeEach(() =>
  transaction(async (tx) => {
    lead = await makeMember(tx);
    partner = await makeMember(tx);
    invited = await makeMember(tx);
    const project = await makeProject(tx, lead.memberId, { moderation: "published" });
    roomId = (await makeRoom(tx, project.id, [lead.memberId, partner.memberId])).id;
  }),
);

const invite = (by: Member) =>
  transaction((tx) =>
    inviteToRoom(tx, by, { roomId, person: invited.memberSlug, role: "adviser" }),
  );

const received = () => listOwnRoomInvitations(invited, "fr");

const handOver = () =>
  transaction(async (tx) => {
    const { memberId } = partner;
    await changeRole(tx, lead, { roomId, memberId, role: "lead" });
    await changeRole(tx, lead, { roomId, memberId: lead.memberId, role: "partner" });
  });

const standing = (status: "suspended" | "left" | "lapsed") =>
  query((db) => db.update(accounts).set({ status }).where(eq(accounts.id, lead.accountId)));

test.each<[string, () => Promise<unknown>]>([
  ["was suspended", () => standing("suspended")],
  ["has left the club", () => standing("left")],
  [
    "has left the room",
    async () => {
      await handOver();
      await transaction((tx) => leaveRoom(tx, lead, { roomId }));
    },
  ],
  [
    "was taken out of the room",
    async () => {
      await handOver();
      const { memberId } = lead;
      await transaction((tx) => removeFromRoom(tx, partner, { roomId, memberId }));
    },
  ],
])("who %s invites nobody any more; the room reads so and invites anew", async (_how, go) => {
  await invite(lead);
  const [sent] = await listOpenRoomInvitations(lead, roomId, "fr");
  expect(sent?.isOver).toBe(false);
  const invitationId = sent?.id ?? "";
  await go();
  expect(await received()).toEqual([]);
  for (const answer of [acceptRoomInvitation, declineRoomInvitation]) {
    const answered = transaction<unknown>((tx) => answer(tx, invited, { invitationId }));
    await expect(answered).rejects.toMatchObject({ code: "notFound" });
  }
  expect(await listOpenRoomInvitations(partner, roomId, "fr")).toMatchObject([{ isOver: true }]);
  await transaction((tx) => withdrawRoomInvitation(tx, partner, { invitationId }));
  await invite(partner);
  expect(await received()).toHaveLength(1);
});

test("who steps back in the room, or whose membership has lapsed, still invites", async () => {
  await invite(lead);
  await handOver();
  await standing("lapsed");
  const [waiting] = await received();
  const invitationId = waiting?.id ?? "";
  await transaction((tx) => acceptRoomInvitation(tx, invited, { invitationId }));
  expect(await received()).toEqual([]);
});
