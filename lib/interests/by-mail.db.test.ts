import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, describe, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { INTEREST_STATES, type InterestState } from "@/db/enums";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { mailsTo } from "@/db/read-back";
import { accounts, sessions } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { entries } from "@/db/schema/entries";
import { interestMoves, interests } from "@/db/schema/interests";
import { notices } from "@/db/schema/notices";
import { roomPeople, rooms } from "@/db/schema/rooms";
import { answerToken } from "@/lib/core/auth/answer-token";
import { accountStanding } from "@/lib/core/auth/link-holder";
import { LIMITS } from "@/lib/core/auth/rate-limit";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { FormState } from "@/lib/core/form-state";
import { log } from "@/lib/core/log";
import { countExchanges } from "@/lib/exchanges/queries";
import { answerMailedInterestAction } from "./by-mail.actions";
import { INTEREST_MOVES } from "./policy";

const world = vi.hoisted(() => ({ client: "", viewer: null as Viewer | null }));

vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`redirected ${to}`);
  },
}));
vi.mock("next/headers", () => ({
  headers: async () =>
    new Headers({
      origin: "http://localhost:3000",
      "x-club-client": world.client,
      "x-club-action": "answerMailedInterestAction",
    }),
  cookies: async () => ({ get: () => undefined, set: () => undefined }),
}));
vi.mock("@/lib/core/auth/viewer", () => ({ getViewer: async () => world.viewer }));

afterAll(closeDatabase);

type Member = Awaited<ReturnType<typeof makeMember>>;
type Values = NonNullable<Parameters<typeof makeInterest>[3]>;

const join = (account: Parameters<typeof makeMember>[2] = {}) =>
  transaction((tx) => makeMember(tx, { familyName: "Navette" }, account));

/** The link that a letter to a member about an interest holds, `days` ago. */
async function linkOf({ accountId }: Member, subjectId: string, days = 0): Promise<string> {
  const [row] = await query((db) =>
    db.select({ standing: accountStanding }).from(accounts).where(eq(accounts.id, accountId)),
  );
  const link = { what: "interest", subjectId, accountId, standing: row?.standing ?? "" } as const;
  return answerToken(link, new Date(Date.now() - days * 86_400_000));
}

async function received(values: Values = {}) {
  const [boss, sender] = [await join(), await join()];
  const online = { moderation: "published", publishedAt: new Date() } as const;
  const project = await transaction((tx) => makeProject(tx, boss.memberId, online));
  const { id } = await transaction((tx) => makeInterest(tx, project.id, sender.memberId, values));
  return { boss, sender, project, id, token: await linkOf(boss, id) };
}

type Sent = { viewer?: Viewer | null; client?: string };

/** Posts the form of the page; gives where it leads, or the code of the refusal. */
async function post(values: Record<string, string>, { viewer = null, client }: Sent = {}) {
  Object.assign(world, { viewer, client: client ?? randomUUID() });
  const form = new FormData();
  for (const [name, value] of Object.entries({ _locale: "fr", version: "1", ...values })) {
    form.set(name, value);
  }
  const state = await answerMailedInterestAction({ status: "idle" }, form).catch(
    (error: Error): FormState => {
      if (!error.message.startsWith("redirected")) throw error;
      return { status: "done", message: error.message, at: "" };
    },
  );
  if (state.status === "failed") return state.code;
  return state.status === "invalid" ? Object.keys(state.fields).join() : "done";
}

async function stateOf(id: string) {
  const { state, version } = interests;
  const [row] = await query((db) =>
    db.select({ state, version }).from(interests).where(eq(interests.id, id)),
  );
  return row?.state;
}

const trailOf = (id: string) =>
  query((db) =>
    db
      .select({ name: auditEvents.name, actorId: auditEvents.actorId, data: auditEvents.data })
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectType, "interest"), eq(auditEvents.subjectId, id))),
  );

describe("the owner's answer by the buttons of a mail", () => {
  test("accepts as in the portal: the room is open to both, the sender is told, nobody is signed in", async () => {
    const { boss, sender, project, id, token } = await received();
    expect(await post({ token, answer: "accept" })).toBe("done");
    expect(await stateOf(id)).toBe("accepted");
    const data = { projectId: project.id, way: "mail" };
    expect(await trailOf(id)).toEqual([
      { name: "interest.accepted", actorId: boss.accountId, data },
    ]);
    expect((await mailsTo(sender)).map(({ kind }) => kind)).toContain("interestAccepted");
    const people = await query((db) =>
      db
        .select({ memberId: roomPeople.memberId })
        .from(roomPeople)
        .innerJoin(rooms, eq(rooms.id, roomPeople.roomId))
        .where(eq(rooms.projectId, project.id)),
    );
    expect(new Set(people.map(({ memberId }) => memberId))).toEqual(
      new Set([boss.memberId, sender.memberId]),
    );
    const isHis = eq(sessions.accountId, boss.accountId);
    expect(await query((db) => db.$count(sessions, isHis))).toBe(0);
  });

  test("declines for the moment, and says so to the sender", async () => {
    const { boss, sender, project, id, token } = await received();
    expect(await post({ token, answer: "not-now" })).toBe("done");
    expect(await stateOf(id)).toBe("declined");
    const reasonCode = "timing-mismatch";
    const data = { projectId: project.id, reasonCode, way: "mail" };
    expect(await trailOf(id)).toEqual([
      { name: "interest.declined", actorId: boss.accountId, data },
    ]);
    const moves = await query((db) =>
      db
        .select({ reasonCode: interestMoves.reasonCode, by: interestMoves.movedBy })
        .from(interestMoves)
        .where(eq(interestMoves.interestId, id)),
    );
    expect(moves).toEqual([{ reasonCode, by: boss.accountId }]);
    const [mail] = await mailsTo(sender);
    expect(mail).toMatchObject({ kind: "interestDeclined" });
    expect(mail?.data.reason).not.toBe("");
  });

  test("counts once: of two tabs at once one wins, and later presses are told what is the case", async () => {
    const { id, token } = await received();
    const both = [post({ token, answer: "accept" }), post({ token, answer: "not-now" })];
    expect((await Promise.all(both)).sort()).toEqual(["conflict", "done"]);
    const state = await stateOf(id);
    expect(await post({ token, answer: "not-now" })).toBe("conflict");
    expect(await post({ token, answer: "not-now", version: "2" })).toBe("moveNotAllowed");
    expect([await stateOf(id), (await trailOf(id)).length]).toEqual([state, 1]);
  });

  test("sent by whoever presses nothing, it answers nothing", async () => {
    const { id, token } = await received();
    expect(await post({ token })).toBe("answer");
    expect(await post({ token, answer: "withdraw" })).toBe("answer");
    expect(await post({ token, answer: "" })).toBe("answer");
    expect([await stateOf(id), await trailOf(id)]).toEqual(["sent", []]);
  });

  test("is for that one interest: the sender, another owner and another row are none of it", async () => {
    const [one, other] = [await received(), await received()];
    for (const stranger of [one.sender, other.boss, await join()]) {
      const token = await linkOf(stranger, one.id);
      expect(await post({ token, answer: "accept" })).not.toBe("done");
      expect(await post({ token, answer: "not-now" })).not.toBe("done");
    }
    expect([await stateOf(one.id), await stateOf(other.id)]).toEqual(["sent", "sent"]);
  });

  test("is refused ten tries later, and leaves no trace of the token in the log", async () => {
    const { token } = await received();
    const written = vi.spyOn(log, "info").mockImplementation(() => undefined);
    const client = randomUUID();
    const altered = `${token.slice(0, -4)}AAAA`;
    const tries = Array.from({ length: LIMITS.answerLink.points }, () => altered);
    for (const one of tries) {
      expect(await post({ token: one, answer: "accept" }, { client })).toBe("answerLinkOver");
    }
    expect(await post({ token: altered, answer: "accept" }, { client })).toBe("tooManyRequests");
    const lines = JSON.stringify(written.mock.calls);
    written.mockRestore();
    expect(lines).toContain('"code":"answerLinkOver"');
    expect(lines).not.toContain(altered.slice(0, 40));
    // Another letter's buttons, or another client, are not closed with it.
    expect(await post({ token, answer: "not-now" }, { client })).toBe("done");
  });
});

test("what the owner was told is nothing new once they answered it by the buttons", async () => {
  const { boss, id: subjectId, token } = await received();
  const { accountId } = boss;
  const told = { accountId, kind: "interestReceived", subjectType: "interest" } as const;
  await query((db) => db.insert(notices).values({ ...told, subjectId }));
  expect(await post({ token, answer: "not-now" })).toBe("done");
  const { turn, news, ended } = (await countExchanges(boss)).counts;
  expect([turn, news, ended]).toEqual([0, 0, 1]);
});

/** Whose link, how old, and who is signed in meanwhile: what both buttons then do to an interest that waits. */
const LINKS = ["good", "altered", "too old", "of the sender"] as const;
const WHO = ["nobody", "the owner", "the sender", "somebody else"] as const;

function expected(link: (typeof LINKS)[number], who: (typeof WHO)[number]): string {
  if (link === "altered" || link === "too old") return "answerLinkOver";
  const isTheirs = link === "good" ? who === "the owner" : who === "the sender";
  if (who !== "nobody" && !isTheirs) return "answerLinkOfOther";
  return link === "good" ? "done" : "moveNotAllowed";
}

describe.each(LINKS)("a link that is %s", (link) => {
  test.each(WHO)("while %s is signed in", async (who) => {
    for (const answer of ["accept", "not-now"]) {
      const { boss, sender, id, token } = await received();
      const tokens = {
        good: token,
        altered: `${token.slice(0, 8)}${token[8] === "A" ? "B" : "A"}${token.slice(9)}`,
        "too old": await linkOf(boss, id, 31),
        "of the sender": await linkOf(sender, id),
      };
      const viewers = { nobody: null, "the owner": boss, "the sender": sender };
      const viewer = who === "somebody else" ? await join() : viewers[who];
      const wanted = expected(link, who);
      expect(await post({ token: tokens[link], answer }, { viewer })).toBe(wanted);
      const answered = answer === "accept" ? "accepted" : "declined";
      expect(await stateOf(id)).toBe(wanted === "done" ? answered : "sent");
    }
  });
});

test.each(INTEREST_STATES)("an interest that is %s moves only as in the portal", async (state) => {
  for (const [answer, to] of [
    ["accept", "accepted"],
    ["not-now", "declined"],
  ] as const) {
    const { id, token } = await received({ state });
    const may = INTEREST_MOVES[state].includes(to as InterestState);
    expect(await post({ token, answer })).toBe(may ? "done" : "moveNotAllowed");
    expect(await stateOf(id)).toBe(may ? to : state);
  }
});

test.each<[string, "project" | "sender" | "owner", string, string]>([
  ["the project is withdrawn", "project", "interestProjectClosed", "done"],
  ["the sender is suspended", "sender", "interestSenderGone", "done"],
  ["the owner is suspended", "owner", "answerLinkOver", "answerLinkOver"],
])("when %s meanwhile", async (_, what, accept, notNow) => {
  for (const [answer, wanted] of [
    ["accept", accept],
    ["not-now", notNow],
  ] as const) {
    const { boss, sender, project, token } = await received();
    const { accountId } = what === "owner" ? boss : sender;
    await query((db) =>
      what === "project"
        ? db.update(entries).set({ moderation: "withdrawn" }).where(eq(entries.id, project.id))
        : db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, accountId)),
    );
    expect(await post({ token, answer })).toBe(wanted);
  }
});
