import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import type { SubjectType } from "@/db/enums";
import { makeMember } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { entries } from "@/db/schema/entries";
import { mails } from "@/db/schema/mail";
import { notices } from "@/db/schema/notices";
import { organisations } from "@/db/schema/organisations";
import { roomInvitations, roomPeople } from "@/db/schema/rooms";
import { eraseAccount } from "@/lib/accounts/erasure.mutations";
import { isLetterStillTold } from "@/lib/notifications/letters.queries";
import { listNotices, NOTICES_PER_PAGE } from "@/lib/notifications/list.queries";
import { type MadeWorld, makeWorld, recordTold } from "./made-world";
import { isRead, type Standing } from "./matrix-rule";
import { toldIn } from "./told";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Line = { kind: string; subjectType: SubjectType; subjectId: string; data: unknown };

// An erasure is the worker’s to do.
workAsOwner(60_000);

const CANARY = "zqcanaryzq";
const READERS = ["owner", "partner", "colleague", "guest", "manager", "person"] as const;
const OUTSIDERS = ["other", "moderator", "administrator"] as const;
const ALL = [...READERS, ...OUTSIDERS];
type Reader = (typeof ALL)[number];

const nameOf = ({ kind, subjectType, subjectId }: Omit<Line, "data">) =>
  `${kind} ${subjectType} ${subjectId}`;

let world: MadeWorld;
let people: Record<Reader, Member>;
let lines: Line[];
let letters: (Line & { mailId: string; accountId: string })[];

async function plant() {
  world = await makeWorld(CANARY);
  const outside = await transaction(async (tx) => ({
    other: await makeMember(tx),
    moderator: await makeMember(tx, {}, { role: "moderator" }),
    administrator: await makeMember(tx, {}, { role: "administrator" }),
  }));
  people = { ...world, ...outside };
  for (const [event, told] of Object.entries(toldIn(world))) await recordTold(event, told);
  const { kind, subjectType, subjectId, data, accountId, mailId } = notices;
  const ids = ALL.map((one) => people[one].accountId);
  const told = await query((db) =>
    db
      .select({ kind, subjectType, subjectId, data, accountId, mailId })
      .from(notices)
      .where(inArray(accountId, ids)),
  );
  letters = told.flatMap(({ mailId: id, ...one }) => (id ? [{ ...one, mailId: id }] : []));
  // Every reader has every line, so that who reads hangs on nothing but the line, the reader and how things stand.
  lines = [...new Map(told.map((one) => [nameOf(one), one])).values()];
  const isThere = new Set(told.map((one) => `${one.accountId} ${nameOf(one)}`));
  const copies = lines.flatMap(({ kind: of, subjectType: type, subjectId: id, data: facts }) =>
    ids.map((whose) => ({
      ...{ accountId: whose, kind: of, subjectType: type, subjectId: id },
      data: facts as object,
    })),
  );
  const missing = copies.filter((one) => !isThere.has(`${one.accountId} ${nameOf(one)}`));
  await query((db) => db.insert(notices).values(missing));
}

afterAll(closeDatabase);

const project = (values: Partial<typeof entries.$inferInsert>) =>
  query((db) => db.update(entries).set(values).where(eq(entries.id, world.entries.project.id)));
const organisation = (values: Partial<typeof organisations.$inferInsert>) =>
  query((db) =>
    db.update(organisations).set(values).where(eq(organisations.id, world.organisation.id)),
  );
const suspend = (...who: Reader[]) => {
  const ids = who.map((one) => people[one].accountId);
  return query((db) =>
    db.update(accounts).set({ status: "suspended" }).where(inArray(accounts.id, ids)),
  );
};
const eraseOwner = () => transaction((tx) => eraseAccount(tx, "portal", people.owner));
const leaveRoom = () =>
  transaction(async (tx) => {
    const isPartner = eq(roomPeople.memberId, world.partner.memberId);
    await tx.update(roomPeople).set({ removedAt: new Date() }).where(isPartner);
    const isGuest = eq(roomInvitations.memberId, world.guest.memberId);
    const over = { state: "withdrawn", answeredAt: new Date() } as const;
    await tx.update(roomInvitations).set(over).where(isGuest);
  });
const stepDown = () =>
  transaction(async (tx) => {
    const isManager = eq(affiliations.memberId, world.manager.memberId);
    await tx.update(affiliations).set({ role: "person" }).where(isManager);
  });

/** What happens, and what it changes in the standing of a reader. */
type State = [string, () => Promise<unknown>, (who: Reader) => Partial<Standing>];

/** The guest's invitation ends with who sent it, the owner. */
const ASKED_NO_MORE = { isInRoom: false };

const STATES: State[] = [
  ["nothing has happened", async () => {}, () => ({})],
  [
    "the project was taken down",
    () => project({ hiddenAt: new Date() }),
    () => ({ project: "taken-down" }),
  ],
  [
    "the project was withdrawn",
    () => project({ moderation: "withdrawn" }),
    () => ({ project: "withdrawn" }),
  ],
  [
    "fewer read the project's text and owner",
    () => project({ textLevel: "contacts", ownerLevel: "contacts" }),
    () => ({}),
  ],
  [
    "the owner is suspended",
    () => suspend("owner"),
    (who) => ({
      ...{ project: "owner-suspended", isActive: who !== "owner" },
      ...(who === "guest" && ASKED_NO_MORE),
    }),
  ],
  [
    "the owner is erased",
    eraseOwner,
    (who) => ({ project: "owner-erased", ...(who === "guest" && ASKED_NO_MORE) }),
  ],
  [
    "every reader but the owner is suspended",
    () => suspend(...SUSPENDED),
    (who) => ({ isActive: !SUSPENDED.includes(who), isSenderHere: false }),
  ],
  [
    "the partner left the room, and the guest is asked no more",
    () => leaveRoom(),
    (who) => (who === "partner" || who === "guest" ? { isInRoom: false } : {}),
  ],
  [
    "the organisation shows itself to its people alone",
    () => organisation({ visibility: "self" }),
    () => ({ organisation: "self" }),
  ],
  [
    "the organisation was taken down",
    () => organisation({ hiddenAt: new Date() }),
    () => ({ organisation: "taken-down" }),
  ],
  ["the manager manages no more", () => stepDown(), () => ({ isManager: false })],
];

/** The last administrator stays. */
const SUSPENDED: Reader[] = ALL.filter((who) => who !== "owner" && who !== "administrator");

const standing = (who: Reader, changed: Partial<Standing>): Standing => ({
  project: "online",
  organisation: "members",
  isActive: true,
  role: who === "moderator" || who === "administrator" ? who : "member",
  isOwner: who === "owner",
  isSender: who === "partner",
  isSenderHere: true,
  isInRoom: ["owner", "partner", "colleague", "guest"].includes(who),
  isManager: who === "manager",
  ...changed,
});

async function readBy(who: Reader, on: Standing) {
  const viewer = { ...people[who], status: on.isActive ? "active" : "suspended" } as Member;
  const first = await listNotices(viewer);
  const rows = [...first.rows];
  for (let page = 2; (page - 1) * NOTICES_PER_PAGE < first.total; page++)
    rows.push(...(await listNotices(viewer, page)).rows);
  expect(rows).toHaveLength(first.total);
  return rows;
}

describe.each(STATES)("%s", (_what, happen, changes) => {
  beforeAll(async () => {
    await plant();
    await happen();
  }, 120_000);

  test.each(ALL)("the lines that %s reads", async (who) => {
    const on = standing(who, changes(who));
    const expected = lines.filter((line) => isRead(line.kind, line.subjectType, on)).map(nameOf);
    const rows = await readBy(who, on);
    const read = new Set(rows.map(({ kind, subject }) => `${kind} ${subject}`));
    expect([...read].sort()).toEqual(expected.sort());
    if (on.project !== "taken-down" || on.isOwner || on.role !== "member") return;
    const ofProject = rows.filter(({ subject }) => subject.includes(world.entries.project.id));
    expect(JSON.stringify(ofProject)).not.toContain(CANARY);
  });

  test("the letters that may still be sent", async () => {
    const unexpected: string[] = [];
    const ids = letters.map(({ mailId }) => mailId);
    const kept = await query((db) =>
      db.select({ id: mails.id }).from(mails).where(inArray(mails.id, ids)),
    );
    const isKept = new Set(kept.map(({ id }) => id));
    expect(ids.length - isKept.size > 0).toBe(happen === eraseOwner);
    for (const { mailId, accountId, ...line } of letters) {
      if (!isKept.has(mailId)) continue;
      const who = ALL.find((one) => people[one].accountId === accountId);
      if (!who) throw new Error("a letter to nobody");
      const isMeant = isRead(line.kind, line.subjectType, standing(who, changes(who)));
      if ((await isLetterStillTold(mailId)) !== isMeant) unexpected.push(`${who} ${nameOf(line)}`);
    }
    expect(unexpected).toEqual([]);
    expect(letters.length).toBeGreaterThan(40);
  });
});
