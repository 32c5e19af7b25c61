import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { mailsTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { introductionAnswers } from "@/db/schema/introductions";
import { memberContacts } from "@/db/schema/members";
import { secondFactors } from "@/db/schema/second-factors";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { addDays, today } from "@/lib/core/dates";
import type { FormState } from "@/lib/core/form-state";
import { countExchanges } from "@/lib/exchanges/queries";
import { countUnseen } from "@/lib/notifications/list.queries";
import { blockMember } from "./blocking.mutations";
import { answerMailedIntroductionAction, answerMailedPassingAction } from "./by-mail.actions";
import { getMailedIntroduction, getMailedPassing } from "./by-mail.queries";
import { acceptIntroduction, askIntroduction, withdrawIntroduction } from "./mutations";
import { passOnIntroduction } from "./passing.mutations";

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
      "x-club-action": "answerMailedIntroductionAction",
    }),
  cookies: async () => ({ get: () => undefined, set: () => undefined }),
}));
vi.mock("@/lib/core/auth/viewer", () => ({ getViewer: async () => world.viewer }));

afterAll(closeDatabase);

type Member = Awaited<ReturnType<typeof makeMember>>;

const WORDS = "Nous cherchons quelqu’un qui connaît les douanes de Ningbo.";
const SECRETS = ["Zquenouille", "Ophélie", "缎绫纨", "zquenouille@example.org", "douanes"];

const join = () => transaction((tx) => makeMember(tx, { familyName: "Navette" }));

const joinHidden = () =>
  transaction(async (tx) => {
    const names = { familyName: "Zquenouille", givenName: "Ophélie", nameZh: "缎绫纨" };
    const member = await makeMember(tx, names);
    const email = { email: "zquenouille@example.org" };
    await tx.update(memberContacts).set(email).where(eq(memberContacts.memberId, member.memberId));
    return member;
  });

const ask = (asker: Member, asked: Member, goBetweenId?: string) =>
  transaction((tx) =>
    askIntroduction(
      tx,
      asker,
      { memberId: asked.memberId, locale: "fr", words: WORDS, goBetweenId },
      "fr",
    ),
  );

/** The secret of the buttons of the newest letter of a kind; none where it has no buttons. */
async function tokenOf(who: Member, kind: string): Promise<string> {
  const letter = (await mailsTo(who)).findLast((one) => one.kind === kind);
  return letter?.data.answer ?? "";
}

async function begin() {
  const [asker, asked] = [await joinHidden(), await join()];
  const { introductionId: id } = await ask(asker, asked);
  return { asker, asked, id, token: await tokenOf(asked, "introductionAsked") };
}

/** Posts the form of the page; the code of the refusal, or that it is done. */
async function post(
  values: Record<string, string>,
  viewer: Viewer | null = null,
  what: "introduction" | "passing" = "introduction",
) {
  Object.assign(world, { viewer, client: randomUUID() });
  const form = new FormData();
  for (const [name, value] of Object.entries({ _locale: "fr", ...values })) form.set(name, value);
  const action = what === "passing" ? answerMailedPassingAction : answerMailedIntroductionAction;
  const state = await action({ status: "idle" }, form).catch((error: Error): FormState => {
    if (!error.message.startsWith("redirected")) throw error;
    return { status: "done", message: error.message, at: "" };
  });
  if (state.status === "failed") return state.code;
  return state.status === "invalid" ? Object.keys(state.fields).join() : "done";
}

const answerOf = async (id: string) => {
  const { answer, introductionId } = introductionAnswers;
  const rows = await query((db) =>
    db.select({ answer }).from(introductionAnswers).where(eq(introductionId, id)),
  );
  return rows[0]?.answer;
};

test("the page of the link says which answers are left, and nothing of who asks or why", async () => {
  const { asker, asked, id } = await begin();
  const shown = await getMailedIntroduction(asked, id);
  expect(shown).toMatchObject({ state: "asked", canAccept: true, canSetAside: true });
  for (const secret of SECRETS) expect(JSON.stringify(shown)).not.toContain(secret);
  expect(await getMailedIntroduction(asker, id)).toBeNull();
  expect(await getMailedIntroduction(await join(), id)).toBeNull();
  const late = await getMailedIntroduction(asked, id, addDays(today(), 90));
  expect(late).toMatchObject({ state: "ended", canAccept: false, canSetAside: false });
});

test("a yes by the buttons is a yes, once, and says in the trail how it was given", async () => {
  const { asker, asked, id, token } = await begin();
  expect(token).not.toBe("");
  expect(await post({ token })).toBe("answer");
  expect(await answerOf(id)).toBeUndefined();
  expect(await post({ token, answer: "accept" })).toBe("done");
  expect(await answerOf(id)).toBe("accepted");
  expect((await mailsTo(asker)).map(({ kind }) => kind)).toContain("introductionAccepted");
  const accepted = await query((db) =>
    db
      .select({ actorId: auditEvents.actorId, data: auditEvents.data, name: auditEvents.name })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, id)),
  );
  expect(accepted.at(-1)).toEqual({
    name: "introduction.accepted",
    actorId: asked.accountId,
    data: { way: "mail" },
  });
  expect(await post({ token, answer: "not-now" })).toBe("alreadyDecided");
});

test("what was answered by the buttons is no news of the list or the bell any more", async () => {
  const [yes, no, kept] = [await begin(), await begin(), await beginThrough()];
  for (const { asked } of [yes, no]) expect(await newsOf(asked)).toEqual([1, 1]);
  expect(await post({ token: yes.token, answer: "accept" })).toBe("done");
  expect(await post({ token: no.token, answer: "not-now" })).toBe("done");
  expect(await post({ token: kept.token, answer: "not-now" }, null, "passing")).toBe("done");
  for (const who of [yes.asked, no.asked, kept.between]) expect(await newsOf(who)).toEqual([0, 0]);
  expect(await newsOf(yes.asker)).toEqual([1, 1]);
});

/** How much the list of exchanges has as new or to answer, and the bell as unseen. */
const newsOf = async (who: Member) => {
  const { turn, news } = (await countExchanges(who)).counts;
  return [turn + news, await countUnseen({ ...who, hasUnseen: true })];
};

test("not now by the buttons is told to nobody, and an administrator's trail is not the asker's", async () => {
  const { asker, asked, id, token } = await begin();
  expect(await post({ token, answer: "not-now" })).toBe("done");
  expect(await answerOf(id)).toBe("not-now");
  expect((await mailsTo(asker)).map(({ kind }) => kind)).toEqual([]);
  const said = await query((db) =>
    db
      .select({ subjectId: auditEvents.subjectId })
      .from(auditEvents)
      .where(eq(auditEvents.actorId, asked.accountId)),
  );
  expect(said).toEqual([{ subjectId: asked.accountId }]);
});

test.each([
  [
    "was taken back",
    "introductionEnded",
    ({ asker, id }: Begun) =>
      transaction((tx) => withdrawIntroduction(tx, asker, { introductionId: id })),
  ],
  [
    "was answered on the site",
    "alreadyDecided",
    ({ asked, id }: Begun) =>
      transaction((tx) => acceptIntroduction(tx, asked, { introductionId: id })),
  ],
  [
    "is of somebody blocked since",
    "notFound",
    ({ asker, asked }: Begun) =>
      transaction((tx) => blockMember(tx, asked, { memberId: asker.memberId })),
  ],
])("a letter's buttons do nothing about what %s", async (_case, code, act) => {
  const begun = await begin();
  await act(begun);
  expect(await post({ token: begun.token, answer: "accept" })).toBe(code);
});

type Begun = Awaited<ReturnType<typeof begin>>;

test("the buttons are their reader's: not another's who is signed in, nor of an account with a second step", async () => {
  const { asker, token } = await begin();
  expect(await post({ token, answer: "accept" }, asker)).toBe("answerLinkOfOther");
  expect(await post({ token: `${token}x`, answer: "accept" })).toBe("answerLinkOver");
  const careful = await join();
  await query((db) =>
    db
      .insert(secondFactors)
      .values({ accountId: careful.accountId, secret: "x", lastStep: 1, confirmedAt: new Date() }),
  );
  await ask(await join(), careful);
  expect(await tokenOf(careful, "introductionAsked")).toBe("");
});

/** One that goes through somebody, who has a letter about it. */
async function beginThrough() {
  const [asker, asked] = [await joinHidden(), await join()];
  const between = await transaction(async (tx) => {
    const one = await makeMember(tx, { mayIntroduce: true });
    await makeOrganisation(tx, {}, [one, asked]);
    return one;
  });
  const { introductionId: id } = await ask(asker, asked, between.memberId);
  return { asker, asked, between, id, token: await tokenOf(between, "introductionToPassOn") };
}

test("one that goes through somebody is answered from the letter that passes it on, and not before", async () => {
  const { asked, between, id } = await beginThrough();
  expect(await getMailedIntroduction(asked, id)).toBeNull();
  await transaction((tx) => passOnIntroduction(tx, between, { introductionId: id, note: "" }));
  const token = await tokenOf(asked, "introductionPassedOn");
  expect(await post({ token, answer: "accept" })).toBe("done");
  expect(await answerOf(id)).toBe("accepted");
});

describe("whoever is between passes it on from their letter", () => {
  test("once, and its trail says how; the page says nothing of the two", async () => {
    const { asker, asked, between, id, token } = await beginThrough();
    const shown = await getMailedPassing(between, id);
    expect(shown).toMatchObject({ state: "asked", canPassOn: true, canKeepBack: true });
    for (const secret of SECRETS) expect(JSON.stringify(shown)).not.toContain(secret);
    for (const who of [asker, asked, await join()]) {
      expect(await getMailedPassing(who, id)).toBeNull();
    }
    expect(await post({ token, answer: "accept" }, asker, "passing")).toBe("answerLinkOfOther");
    expect(await post({ token, answer: "accept" })).toBe("answerLinkOver");
    expect(await post({ token, answer: "accept" }, null, "passing")).toBe("done");
    expect(await tokenOf(asked, "introductionPassedOn")).not.toBe("");
    expect(await getMailedPassing(between, id)).toMatchObject({
      ...{ state: "passed-on", canPassOn: false, canKeepBack: false },
    });
    expect(await waysOf(between)).toEqual([["introduction.passed-on", { way: "mail" }]]);
    expect(await post({ token, answer: "not-now" }, null, "passing")).toBe("alreadyDecided");
  });

  test("or keeps it back, of which nobody hears", async () => {
    const { asker, asked, between, id, token } = await beginThrough();
    expect(await post({ token, answer: "not-now" }, null, "passing")).toBe("done");
    expect((await getMailedPassing(between, id))?.state).toBe("not-passed");
    expect([await mailsTo(asked), await mailsTo(asker)]).toEqual([[], []]);
    expect(await waysOf(between)).toEqual([["introduction.kept-back", { way: "mail" }]]);
  });

  test("not what was taken back, nor for somebody who has left since", async () => {
    const gone = await beginThrough();
    await transaction((tx) => withdrawIntroduction(tx, gone.asker, { introductionId: gone.id }));
    expect(await post({ token: gone.token, answer: "accept" }, null, "passing")).toBe(
      "introductionEnded",
    );
    const left = await beginThrough();
    const suspended = { status: "suspended" } as const;
    await query((db) =>
      db.update(accounts).set(suspended).where(eq(accounts.id, left.asked.accountId)),
    );
    expect(await getMailedPassing(left.between, left.id)).toMatchObject({
      ...{ canPassOn: false, canKeepBack: true },
    });
    expect(await post({ token: left.token, answer: "accept" }, null, "passing")).toBe(
      "introductionSideGone",
    );
  });
});

const waysOf = async ({ accountId }: Member) => {
  const rows = await query((db) =>
    db
      .select({ name: auditEvents.name, data: auditEvents.data })
      .from(auditEvents)
      .where(eq(auditEvents.actorId, accountId)),
  );
  return rows.map(({ name, data }) => [name, data]);
};
