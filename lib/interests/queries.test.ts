import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { INTEREST_STATES, type InterestState } from "@/db/enums";
import { makeInterest, makeMember, makeOrganisation, makeProject } from "@/db/factories";
import { accounts, sessions } from "@/db/schema/accounts";
import { consents } from "@/db/schema/consents";
import { entries } from "@/db/schema/entries";
import { interestMessages, interests } from "@/db/schema/interests";
import { memberContacts } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { statementsOf } from "@/db/statement-count";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import { findViewer } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { GROUPS } from "@/lib/exchanges/exchange-filters";
import { countExchanges, listExchanges } from "@/lib/exchanges/queries";
import { getInterest } from "./queries";
import { listWaitingInterests } from "./waiting.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let stranger: Member;
let moderator: Member;

beforeAll(async () => {
  [stranger, moderator] = await Promise.all([
    transaction((tx) => makeMember(tx)),
    transaction((tx) => makeMember(tx, {}, { role: "moderator" })),
  ]);
});

afterAll(closeDatabase);

/** Two members whose names, organisations and contacts are canaries. */
async function make(state: InterestState, values: { isNamed?: boolean } = {}) {
  const person = async (canary: string) => {
    const member = await transaction((tx) =>
      makeMember(tx, { familyName: canary, sectors: ["logistics"], jobTitle: { fr: canary } }),
    );
    const organisation = await transaction((tx) =>
      makeOrganisation(tx, { name: { fr: canary }, visibility: "members" }, [member]),
    );
    await query((db) =>
      db
        .update(memberContacts)
        .set({ email: `${canary}@example.org` })
        .where(eq(memberContacts.memberId, member.memberId)),
    );
    return { ...member, organisationId: organisation.id };
  };
  const [sender, owner] = await Promise.all([person("Canarisender"), person("Canariowner")]);
  const { organisationId } = sender;
  const interest = await transaction(async (tx) => {
    const project = await makeProject(tx, owner.memberId, {
      moderation: "published",
      ownerLevel: "contacts",
    });
    return makeInterest(tx, project.id, sender.memberId, {
      state,
      organisationId,
      shownSectors: ["transport-supply"],
      ...values,
    });
  });
  return { sender, owner, id: interest.id };
}

const suspend = ({ accountId }: Member) =>
  query((db) => db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, accountId)));

/** What a member's list of exchanges says, what goes on and what ended. */
async function listed(viewer: Viewer) {
  const pages = [false, true].map((isEnded) => listExchanges(viewer, { isEnded, page: 1 }, "fr"));
  return (await Promise.all(pages)).flatMap(({ interests }) => interests);
}

describe.each(INTEREST_STATES)("one that is %s", (state) => {
  test("names nobody before acceptance, neither in a list nor on its page", async () => {
    const { sender, owner, id } = await make(state);
    const isRevealed = ["accepted", "in-talks", "agreement", "no-agreement"].includes(state);
    const holds = (what: unknown, name: string) => JSON.stringify(what).includes(name);
    const seen = [
      holds(await getInterest(owner, id), "Canarisender"),
      holds(await getInterest(sender, id), "Canariowner"),
      holds(await listed(owner), "Canarisender"),
      holds(await listed(sender), "Canariowner"),
    ];
    expect(seen).toEqual([isRevealed, isRevealed, isRevealed, isRevealed]);
    const page = await getInterest(owner, id);
    expect(page).toMatchObject({ party: "owner", shownSectors: ["transport-supply"] });
    expect(page?.sectors).toEqual(isRevealed ? ["logistics"] : null);
    expect(page?.languages === null).toBe(!isRevealed);
    const back = await getInterest(sender, id);
    expect(back?.sectors).toEqual(isRevealed ? ["logistics"] : null);
    expect(back?.languages === null).toBe(!isRevealed);
    expect(back?.writtenIn).toBe(isRevealed ? "fr" : null);
    const isContact = isRevealed && state !== "no-agreement";
    expect(page?.email).toBe(isContact ? "Canarisender@example.org" : null);
    expect(page?.organisationName?.fr).toBe(isRevealed ? "Canarisender" : undefined);
    for (const who of [stranger, moderator, { ...owner, status: "suspended" as const }]) {
      expect(await getInterest(who, id)).toBeNull();
      expect(await listed(who)).toEqual([]);
    }
  });
});

test("the organisation one has spoken for is named no more once it is taken down", async () => {
  const { sender, id } = await make("sent");
  expect((await getInterest(sender, id))?.onBehalf?.fr).toBe("Canarisender");
  const isIt = eq(organisations.id, sender.organisationId);
  await query((db) => db.update(organisations).set({ hiddenAt: new Date() }).where(isIt));
  expect((await getInterest(sender, id))?.onBehalf).toBeNull();
});

describe("a sender who shows their name", () => {
  const OPEN: InterestState[] = ["sent", "under-review", "more-info-asked"];

  test.each(INTEREST_STATES)("is read by the owner alone while it waits: %s", async (state) => {
    const { sender, owner, id } = await make(state, { isNamed: true });
    const isAccepted = ["accepted", "in-talks", "agreement", "no-agreement"].includes(state);
    const isKnown = isAccepted || OPEN.includes(state);
    const [page, list] = [await getInterest(owner, id), await listed(owner)];
    expect(JSON.stringify(page).includes("Canarisender")).toBe(isKnown);
    expect(JSON.stringify(list).includes("Canarisender")).toBe(isKnown);
    const isContact = isAccepted && state !== "no-agreement";
    expect(page?.email ?? null).toBe(isContact ? "Canarisender@example.org" : null);
    const theirs = JSON.stringify(await getInterest(sender, id));
    expect(theirs.includes("Canariowner")).toBe(isAccepted);
  });

  test("is hidden again once suspended", async () => {
    const { sender, owner, id } = await make("sent", { isNamed: true });
    await suspend(sender);
    expect(JSON.stringify([await getInterest(owner, id)])).not.toContain("Canarisender");
  });
});

test("an owner who shows themselves to all members is shown here too, without contacts", async () => {
  const { sender, owner, id } = await make("sent");
  await query((db) =>
    db.update(entries).set({ ownerLevel: "members" }).where(eq(entries.ownerId, owner.memberId)),
  );
  const page = await getInterest(sender, id);
  expect(page).toMatchObject({ familyName: "Canariowner", email: null });
  expect(JSON.stringify(await getInterest(owner, id))).not.toContain("Canarisender");
  await suspend(owner);
  expect(JSON.stringify(await getInterest(sender, id))).not.toContain("Canariowner");
});

test("an owner who has left the directory since is shown no more", async () => {
  const { sender, owner, id } = await make("sent");
  await query((db) =>
    db.update(entries).set({ ownerLevel: "members" }).where(eq(entries.ownerId, owner.memberId)),
  );
  const isTheirs = eq(consents.accountId, owner.accountId);
  expect(await getInterest(owner, id)).toMatchObject({ isNamed: true });
  await query((db) => db.update(consents).set({ withdrawnAt: new Date() }).where(isTheirs));
  expect(JSON.stringify(await getInterest(sender, id))).not.toContain("Canariowner");
  expect(await getInterest(owner, id)).toMatchObject({ isNamed: false });
});

test("each side is told whether the other reads their name already", async () => {
  const unnamed = await make("sent");
  expect(await getInterest(unnamed.sender, unnamed.id)).toMatchObject({ isNamed: false });
  expect(await getInterest(unnamed.owner, unnamed.id)).toMatchObject({ isNamed: false });
  const named = await make("sent", { isNamed: true });
  expect(await getInterest(named.sender, named.id)).toMatchObject({ isNamed: true });
  expect(await getInterest(named.owner, named.id)).toMatchObject({ isNamed: false });
});

test("who accepted is unknown again once suspended, and reached by nothing", async () => {
  const { sender, owner, id } = await make("accepted");
  expect(JSON.stringify(await getInterest(sender, id))).toContain("Canariowner");
  await suspend(owner);
  expect(JSON.stringify(await getInterest(sender, id))).not.toContain("Canariowner");
});

test("each count is the number of rows that its list holds", async () => {
  const { owner } = await make("sent");
  for (const state of INTEREST_STATES) {
    await transaction(async (tx) => {
      const sender = await makeMember(tx);
      const project = await makeProject(tx, owner.memberId, { moderation: "published" });
      await makeInterest(tx, project.id, sender.memberId, { state });
      const other = await makeProject(tx, sender.memberId, { moderation: "published" });
      await makeInterest(tx, other.id, owner.memberId, { state });
    });
  }
  const ended = ["declined", "withdrawn", "lapsed", "no-agreement"];
  for (const isEnded of [false, true]) {
    const list = await listExchanges(owner, { isEnded, page: 7 }, "fr");
    expect(list).toMatchObject({ page: 1, pageCount: 1 });
    expect(list.interests).toHaveLength(list.keys.length);
    expect(list.interests.every(({ state }) => ended.includes(state) === isEnded)).toBe(true);
    for (const group of GROUPS.filter((one) => (one === "ended") === isEnded)) {
      expect(list.keys.filter((key) => key.group === group)).toHaveLength(list.counts[group]);
    }
  }
  const { counts } = await countExchanges(owner);
  expect(counts).toEqual({ turn: 4, news: 0, waiting: 3, rest: 6, ended: 8 });
});

test("the viewer's turn comes first, then what moved last", async () => {
  const boss = await transaction((tx) => makeMember(tx));
  const states = ["sent", "more-info-asked", "under-review", "declined"] as const;
  await transaction(async (tx) => {
    const project = await makeProject(tx, boss.memberId, { moderation: "published" });
    for (const [day, state] of states.entries()) {
      const { memberId } = await makeMember(tx);
      const stateAt = new Date(Date.UTC(2026, 0, 1 + day));
      await makeInterest(tx, project.id, memberId, { state, stateAt });
    }
  });
  const shown = async (isEnded: boolean) => {
    const { keys, interests } = await listExchanges(boss, { isEnded, page: 1 }, "fr");
    return keys.map(({ id }) => interests.find((one) => one.id === id)?.state);
  };
  expect(await shown(false)).toEqual(["under-review", "sent", "more-info-asked"]);
  expect(await shown(true)).toEqual(["declined"]);
});

/** As the header of whoever has just signed in says. */
async function countWaiting({ accountId }: Member) {
  const token = newToken();
  const expiresAt = new Date(Date.now() + 60_000);
  await query((db) =>
    db.insert(sessions).values({ accountId, tokenHash: hashToken(token), expiresAt }),
  );
  const { result, statements } = await statementsOf(() => findViewer(token));
  expect(statements).toBe(1);
  return result?.waiting;
}

test("what waits for whom, until the other is gone", async () => {
  const { sender, owner, id } = await make("sent");
  const asked = await make("more-info-asked");
  expect(await countWaiting(owner)).toBe(1);
  expect((await countExchanges(owner)).counts.turn).toBe(1);
  expect(await listWaitingInterests(owner)).toMatchObject([{ id, state: "sent" }]);
  expect(await countWaiting(sender)).toBe(0);
  expect(await countWaiting(asked.sender)).toBe(1);
  expect(await countWaiting(asked.owner)).toBe(0);
  await suspend(sender);
  expect(await countWaiting(owner)).toBe(0);
  expect(await getInterest(owner, id)).toBeNull();
  expect(await listed(owner)).toEqual([]);
});

test("a question that waits is told with the interest, in the inbox and among what waits", async () => {
  const asked = await make("more-info-asked");
  const say = (kind: "message" | "question", words: string, day: number) => {
    const { accountId: authorId } = asked.owner;
    const createdAt = new Date(Date.UTC(2026, 0, day));
    return query((db) =>
      db
        .insert(interestMessages)
        .values({ interestId: asked.id, authorId, kind, words, createdAt }),
    );
  };
  await say("question", "Combien ?", 1);
  await say("question", "Où ?", 2);
  await say("message", "Merci.", 3);
  const waiting = await listWaitingInterests(asked.sender);
  expect(waiting).toMatchObject([{ id: asked.id, question: "Où ?" }]);
  const questionOf = async (viewer: typeof asked.sender) =>
    (await listed(viewer)).find(({ id }) => id === asked.id)?.question;
  expect(await questionOf(asked.sender)).toBe("Où ?");
  expect(await questionOf(asked.owner)).toBe("Où ?");
  const isAsked = eq(interests.id, asked.id);
  await query((db) => db.update(interests).set({ state: "under-review" }).where(isAsked));
  expect(await questionOf(asked.owner)).toBeNull();
});

test("an address that is no key is nothing", async () => {
  expect(await getInterest(stranger, "new")).toBeNull();
});
