import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { REQUEST_STATES } from "@/db/enums";
import { isCheckViolation } from "@/db/errors";
import { makeMember, makeProject, makeRoom } from "@/db/factories";
import { eventsOn, toldTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { consents } from "@/db/schema/consents";
import { memberContacts, members } from "@/db/schema/members";
import { roomInvitations, rooms } from "@/db/schema/rooms";
import { getTranslator } from "@/lib/core/i18n/translator";
import { buildMemberSearch } from "@/lib/members/search-text";
import {
  acceptRoomInvitation,
  declineRoomInvitation,
  inviteToRoom,
  withdrawRoomInvitation,
} from "./invitations.mutations";
import { listOpenRoomInvitations, listOwnRoomInvitations } from "./invitations.queries";
import { ROOM_INVITATION_MOVES } from "./policy";
import { getRoom } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

let lead: Member;
let partner: Member;
let invited: Member;
let roomId: string;
let slug: string;

const member = (
  values: Parameters<typeof makeMember>[1] = {},
  account: Parameters<typeof makeMember>[2] = {},
) => transaction((tx) => makeMember(tx, values, account));

/** A member whom a search by name finds. */
async function named(familyName: string, givenName: string, nameZh: string | null = null) {
  const made = await member({ familyName, givenName, nameZh });
  const empty = { jobTitle: {}, bio: {}, offers: {}, needs: {} };
  const lists = { languages: [], sectors: [], cities: [] };
  const search = buildMemberSearch({ familyName, givenName, nameZh, ...empty, ...lists });
  await query((db) => db.update(members).set(search).where(eq(members.id, made.memberId)));
  return made;
}

beforeEach(async () => {
  [lead, partner, invited] = await Promise.all([member(), member(), member({}, { locale: "zh" })]);
  await transaction(async (tx) => {
    const project = await makeProject(tx, lead.memberId, { moderation: "published" });
    slug = project.slug;
    roomId = (await makeRoom(tx, project.id, [lead.memberId, partner.memberId])).id;
  });
});

const invite = (person: string, by = lead) =>
  transaction((tx) => inviteToRoom(tx, by, { roomId, person, role: "adviser" }));

const suspend = ({ accountId }: Member) =>
  query((db) => db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, accountId)));

async function invitationOf({ memberId }: Member) {
  const [row] = await query((db) =>
    db
      .select({ invitationId: roomInvitations.id, state: roomInvitations.state })
      .from(roomInvitations)
      .where(eq(roomInvitations.memberId, memberId)),
  );
  if (!row) throw new Error("nobody was invited");
  return row;
}

describe("inviting", () => {
  test("a member is told in their language, and says yes", async () => {
    await invite(invited.memberSlug);
    expect(await toldTo(invited)).toMatchObject([
      {
        kind: "roomInvitation",
        locale: "zh",
        data: { role: "顾问", to: `/projects/${slug}/room/invitation` },
      },
    ]);
    expect(await listOwnRoomInvitations(invited, "fr", slug)).toMatchObject([
      { role: "adviser", slug, invitedBy: { text: "Camille Montclair" } },
    ]);
    expect(await getRoom(invited, slug, "fr")).toBeNull();
    const { invitationId } = await invitationOf(invited);
    await transaction((tx) => acceptRoomInvitation(tx, invited, { invitationId }));
    const room = await getRoom(invited, slug, "fr");
    expect(room?.people.find(({ isSelf }) => isSelf)?.role).toBe("adviser");
    expect((await toldTo(lead)).map(({ kind }) => kind)).toEqual(["roomInvitationAccepted"]);
    expect(await eventsOn(roomId)).toEqual([
      "room.invitation-sent",
      "room.person-added",
      "room.invitation-accepted",
    ]);
  });

  test("a yes is told once to who invited, and to everybody else in the room, by name and role", async () => {
    await invite(invited.memberSlug);
    const { invitationId } = await invitationOf(invited);
    await transaction((tx) => acceptRoomInvitation(tx, invited, { invitationId }));
    expect(await toldTo(partner)).toMatchObject([
      { kind: "roomPersonJoined", locale: "fr", data: { role: "Conseil" } },
    ]);
    const kinds = async (who: Member) => (await toldTo(who)).map(({ kind }) => kind);
    expect(await kinds(lead)).toEqual(["roomInvitationAccepted"]);
    expect(await kinds(invited)).toEqual(["roomInvitation"]);
  });

  test.each([
    ["by the full name", "Wenqi Zhaolin"],
    ["in the other order, without accents or case", "zhaolin WENQI"],
    ["by the Chinese name", "赵林文琪"],
    ["in traditional characters", "趙林文琪"],
  ])("finds somebody %s", async (_how, typed) => {
    const other = { familyName: "Autre", givenName: "Autre", nameZh: null, searchNames: "" };
    await query((db) => db.update(members).set(other).where(eq(members.familyName, "Zhaolin")));
    const found = await named("Zhaolin", "Wenqi", "赵林文琪");
    await invite(typed);
    expect((await invitationOf(found)).state).toBe("open");
  });

  test("half a name, a stranger, two of one name and who left the directory are refused in words", async () => {
    const twin = `Jumelle${Date.now()}`;
    await named(twin, "Claire");
    await expect(invite(twin)).rejects.toMatchObject({ code: "memberUnknown", field: "person" });
    await named(twin, "Claire");
    await expect(invite(`Claire ${twin}`)).rejects.toMatchObject({ code: "memberAmbiguous" });
    await expect(invite("nobody@example.org")).rejects.toMatchObject({ code: "memberUnknown" });
    const gone = await member({}, { status: "suspended" });
    await expect(invite(gone.memberSlug)).rejects.toMatchObject({ code: "memberUnknown" });
    const isTheirs = eq(consents.accountId, invited.accountId);
    await query((db) => db.update(consents).set({ withdrawnAt: new Date() }).where(isTheirs));
    await expect(invite(invited.memberSlug)).rejects.toMatchObject({ code: "memberUnknown" });
  });

  test("who is in it, who is invited, who does not lead, a closed room: in words", async () => {
    await expect(invite(partner.memberSlug)).rejects.toMatchObject({ code: "alreadyInRoom" });
    await invite(invited.memberSlug);
    await expect(invite(invited.memberSlug)).rejects.toMatchObject({ code: "invitedToRoom" });
    await expect(invite(invited.memberSlug, partner)).rejects.toMatchObject({
      code: "roleReadsOnly",
    });
    await expect(invite(partner.memberSlug, invited)).rejects.toMatchObject({ code: "notFound" });
    await query((db) => db.update(rooms).set({ closedAt: new Date() }).where(eq(rooms.id, roomId)));
    await expect(invite(invited.memberSlug)).rejects.toMatchObject({ code: "roomClosed" });
    const { invitationId } = await invitationOf(invited);
    await expect(
      transaction((tx) => acceptRoomInvitation(tx, invited, { invitationId })),
    ).rejects.toMatchObject({ code: "roomClosed" });
  });

  test("twenty a day, not twenty-one", async () => {
    for (let sent = 0; sent < 20; sent++) await invite((await member()).memberSlug);
    await expect(invite(invited.memberSlug)).rejects.toMatchObject({ code: "tooManyInvitations" });
  });
});

describe("inviting by an address", () => {
  test("finds somebody by the e-mail they show and by the address of their page", async () => {
    const address = `${invited.memberSlug}@example.org`;
    const isIts = eq(memberContacts.memberId, invited.memberId);
    const show = (level: "members" | "contacts") =>
      query((db) =>
        db
          .update(members)
          .set({ visibility: { email: level } })
          .where(eq(members.id, invited.memberId)),
      );
    await query((db) =>
      db
        .update(memberContacts)
        .set({ email: `${address[0]?.toUpperCase()}${address.slice(1)}` })
        .where(isIts),
    );
    await show("contacts");
    await expect(invite(address)).rejects.toMatchObject({ code: "memberUnknown" });
    await show("members");
    await invite(address.toUpperCase());
    expect((await invitationOf(invited)).state).toBe("open");
    const other = await member();
    await invite(`https://club.example.org/zh/members/${other.memberSlug}`);
    expect((await invitationOf(other)).state).toBe("open");
  });

  test("does not find by the address that somebody signs in with", async () => {
    const [row] = await query((db) =>
      db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, invited.accountId)),
    );
    await query((db) =>
      db
        .update(members)
        .set({ visibility: { email: "members" } })
        .where(eq(members.id, invited.memberId)),
    );
    await expect(invite(row?.email ?? "")).rejects.toMatchObject({ code: "memberUnknown" });
  });
});

describe("answering", () => {
  test("no is told to who invited; nobody else answers, nobody answers twice", async () => {
    await invite(invited.memberSlug);
    const { invitationId } = await invitationOf(invited);
    const decline = (who: Member) =>
      transaction((tx) => declineRoomInvitation(tx, who, { invitationId }));
    await expect(decline(partner)).rejects.toMatchObject({ code: "notFound" });
    await decline(invited);
    await expect(decline(invited)).rejects.toMatchObject({ code: "notFound" });
    expect((await toldTo(lead)).map(({ kind }) => kind)).toEqual(["roomInvitationDeclined"]);
    expect(await listOwnRoomInvitations(invited, "fr")).toEqual([]);
  });

  test("a lead sees and withdraws what is open; a partner does neither", async () => {
    await invite(invited.memberSlug);
    expect(await listOpenRoomInvitations(partner, roomId, "fr")).toEqual([]);
    expect(await listOpenRoomInvitations(lead, roomId, "fr")).toHaveLength(1);
    const { invitationId } = await invitationOf(invited);
    const withdraw = (who: Member) =>
      transaction((tx) => withdrawRoomInvitation(tx, who, { invitationId }));
    await expect(withdraw(partner)).rejects.toMatchObject({ code: "roleReadsOnly" });
    await expect(withdraw(invited)).rejects.toMatchObject({ code: "notFound" });
    await withdraw(lead);
    await expect(withdraw(lead)).rejects.toMatchObject({ code: "alreadyDecided" });
    expect((await invitationOf(invited)).state).toBe("withdrawn");
  });

  test("where the only lead is gone, the partner who stands in sees and withdraws it", async () => {
    await invite(invited.memberSlug);
    await suspend(lead);
    const [open] = await listOpenRoomInvitations(partner, roomId, "fr");
    const invitationId = open?.id ?? "";
    await transaction((tx) => withdrawRoomInvitation(tx, partner, { invitationId }));
    expect((await invitationOf(invited)).state).toBe("withdrawn");
  });

  test("of whoever was suspended since, neither side reads the name", async () => {
    await invite(invited.memberSlug);
    const former = getTranslator("fr", "members")("former");
    const named = async () => (await listOpenRoomInvitations(lead, roomId, "fr"))[0]?.name;
    expect((await named())?.text).not.toBe(former);
    await suspend(invited);
    expect(await named()).toMatchObject({ text: former, other: null });
    await suspend(lead);
    expect(await listOwnRoomInvitations(invited, "fr")).toEqual([]);
  });

  test("yes and the lead's withdrawal at once: one of them stands", async () => {
    await invite(invited.memberSlug);
    const { invitationId } = await invitationOf(invited);
    const outcomes = await Promise.allSettled([
      transaction((tx) => acceptRoomInvitation(tx, invited, { invitationId })),
      transaction((tx) => withdrawRoomInvitation(tx, lead, { invitationId })),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { state } = await invitationOf(invited);
    expect((await getRoom(invited, slug, "fr")) !== null).toBe(state === "accepted");
  });
});

test("the database and the policy agree on every move of an invitation", async () => {
  const cells = REQUEST_STATES.flatMap((from) =>
    REQUEST_STATES.filter((to) => to !== from).map((to) => ({ from, to })),
  );
  for (const { from, to } of cells) {
    const one = await member();
    const isAllowed = await transaction(async (tx) => {
      const isIt = eq(roomInvitations.memberId, one.memberId);
      const { memberId } = one;
      const values = { roomId, memberId, role: "observer", invitedBy: lead.memberId } as const;
      await tx.insert(roomInvitations).values({ ...values, state: from });
      await tx.update(roomInvitations).set({ state: to }).where(isIt);
    }).then(
      () => true,
      (error) => {
        if (isCheckViolation(error, "room_invitations_state_move")) return false;
        throw error;
      },
    );
    expect([from, to, isAllowed]).toEqual([from, to, ROOM_INVITATION_MOVES[from].includes(to)]);
  }
});
