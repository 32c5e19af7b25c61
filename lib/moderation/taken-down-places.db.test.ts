import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import type { TakenDownType } from "@/db/enums";
import { makeInterest, makeProject } from "@/db/factories";
import { CANARY, type OneOfEachKind, oneOfEachKind } from "@/db/one-of-each-kind";
import { organisationInvitations } from "@/db/schema/affiliations";
import { matchDismissals } from "@/db/schema/matching";
import { roomInvitations } from "@/db/schema/rooms";
import { findInvitation } from "../affiliations/queries";
import { hashToken } from "../core/auth/tokens";
import { listOwnInvitations } from "../dashboard/queries";
import { countFitting } from "../directory/crowd.queries";
import { listMembers } from "../directory/queries";
import { listWaitingQuestions } from "../entries/questions/waiting.queries";
import { translatorOf } from "../entries/translators.queries";
import { getInterest } from "../interests/queries";
import { listWaitingInterests } from "../interests/waiting.queries";
import { listDismissedCandidates, listDismissedProjects } from "../matching/dismissals.queries";
import { countOrganisationSides } from "../organisations/listing.queries";
import { listPublishedProjects } from "../projects/listing.queries";
import { NO_FILTERS } from "../projects/project-filters";
import { readMessages } from "../rooms/discussion.queries";
import { listOwnRoomInvitations } from "../rooms/invitations.queries";
import { listRoomNews } from "../rooms/news.queries";
import { putBack, takeDown } from "./take-downs.mutations";

type World = OneOfEachKind & { aside: string; asked: string; token: string };

let world: World;

beforeAll(async () => {
  world = await transaction(async (tx) => {
    const made = await oneOfEachKind(tx);
    const { author, contact, host, other } = made.viewers;
    const [aside, own] = [
      await makeProject(tx, host.memberId, { moderation: "published" }),
      await makeProject(tx, author.memberId, { moderation: "published" }),
    ];
    const asked = await makeInterest(tx, made.project.id, other.memberId, {
      state: "more-info-asked",
    });
    await makeInterest(tx, own.id, host.memberId, { state: "sent" });
    const { memberId } = host;
    await tx.insert(matchDismissals).values([
      { memberId, projectId: made.project.id },
      { memberId, projectId: aside.id, candidateId: author.memberId },
    ]);
    const toRoom = { roomId: made.room.id, role: "partner" as const };
    await tx.insert(roomInvitations).values([
      { ...toRoom, memberId: other.memberId, invitedBy: author.memberId },
      { ...toRoom, memberId: host.memberId, invitedBy: contact.memberId },
    ]);
    const token = randomUUID();
    await tx.insert(organisationInvitations).values({
      organisationId: made.ids.organisation,
      email: sql`(select email from accounts where id = ${other.accountId})`,
      locale: "fr",
      role: "person",
      invitedBy: author.memberId,
      tokenHash: hashToken(token),
      expiresAt: sql`now() + interval '3 days'`,
    });
    return { ...made, aside: aside.id, asked: asked.id, token };
  });
});
afterAll(() => closeDatabase());

const EVERYBODY = { q: "", sectors: [], cities: [], sort: "recent", page: 1 } as const;
const LONG_AGO = new Date("2001-01-01T00:00:00Z");

/** What somebody else reads of it while it is shown. */
const READ: [TakenDownType, string, () => Promise<unknown>][] = [
  ["project", "set aside", () => listDismissedProjects(world.viewers.host)],
  ["project", "invited to its room", () => listOwnRoomInvitations(world.viewers.other, "fr")],
  ["project", "asked for more", () => listWaitingInterests(world.viewers.other)],
  ["project", "own interest", () => getInterest(world.viewers.other, world.asked)],
  ["organisation", "invited to it", () => listOwnInvitations(world.viewers.other, "fr")],
  ["organisation", "old link to it", () => findInvitation(world.token, "fr")],
  ["member", "set aside", () => listDismissedCandidates(world.viewers.host, world.aside, "fr")],
  ["member", "who invites", () => listOwnRoomInvitations(world.viewers.other, "fr")],
  [
    "member",
    "who translated",
    async () => [
      ...(await translatorOf(world.viewers.other, [world.viewers.author.accountId], "fr")),
    ],
  ],
  ["member", "owner of what one answers", () => getInterest(world.viewers.other, world.asked)],
];

/** Numbers that are one less while it is hidden. */
const COUNTED: [TakenDownType, string, () => Promise<number>][] = [
  [
    "project",
    "kinds",
    async () => sum((await listPublishedProjects(null, NO_FILTERS)).facets.groups),
  ],
  ["organisation", "sides", async () => sum(await countOrganisationSides(null))],
  ["member", "crowd", async () => (await query((db) => countFitting(db, []))).total],
  [
    "member",
    "directory",
    async () =>
      (await listMembers(world.viewers.other, { ...EVERYBODY, sectors: [], cities: [] }, "fr"))
        .total,
  ],
  [
    "question",
    "waits",
    async () => (await listWaitingQuestions(world.viewers.host))[0]?.count ?? 0,
  ],
  [
    "message",
    "room",
    async () => (await readMessages(world.viewers.contact, world.room.id, "fr", 1)).length,
  ],
  [
    "message",
    "news",
    async () => (await listRoomNews(world.viewers.contact, LONG_AGO))[0]?.messages ?? 0,
  ],
  [
    "update",
    "news",
    async () => (await listRoomNews(world.viewers.contact, LONG_AGO))[0]?.updates ?? 0,
  ],
];

const sum = (counts: Record<string, number>) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/** Runs with a thing hidden, which is shown again. */
async function whileHidden<Found>(kind: TakenDownType, read: () => Promise<Found>): Promise<Found> {
  const key = { kind, id: world.ids[kind] };
  const { insider } = world.viewers;
  await transaction((tx) => takeDown(tx, insider, { ...key, reasonCode: "misleading", words: "" }));
  const found = await read();
  await transaction((tx) => putBack(tx, insider, { ...key, words: "" }));
  return found;
}

test.each(READ)("a %s is not read where it was: %s", async (kind, _, read) => {
  const asText = async () => JSON.stringify(await read());
  const shown = await asText();
  expect(shown).toContain(CANARY[kind]);
  expect(await whileHidden(kind, asText)).not.toContain(CANARY[kind]);
  expect(await asText()).toBe(shown);
});

test.each(COUNTED)("a %s is not counted where it was: %s", async (kind, _, count) => {
  const shown = await count();
  expect(await whileHidden(kind, count)).toBe(shown - 1);
  expect(await count()).toBe(shown);
});
