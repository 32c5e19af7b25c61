import { and, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction } from "@/db/client";
import type { InterestState, ProgressState } from "@/db/enums";
import { makeInterest, makeMember, makeProject, makeRoom } from "@/db/factories";
import { eventsOn, toldTo } from "@/db/read-back";
import { interestMoves, interests } from "@/db/schema/interests";
import { archiveProject, setProgress, withdrawProject } from "@/lib/projects/mutations";
import { endInterests } from "./ending.mutations";
import { acceptInterest } from "./mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

/** A published project and one interest of each given state in it, every one by somebody else. */
async function make(states: InterestState[]) {
  return transaction(async (tx) => {
    const owner = await makeMember(tx);
    const project = await makeProject(tx, owner.memberId, {
      moderation: "published",
      progress: "in-progress",
    });
    const senders: Member[] = [];
    const ids: string[] = [];
    for (const state of states) {
      const sender = await makeMember(tx, {}, { locale: "zh" });
      senders.push(sender);
      ids.push((await makeInterest(tx, project.id, sender.memberId, { state })).id);
    }
    return { owner, projectId: project.id, senders, ids };
  });
}

const stateOf = async (id = "") => {
  const [row] = await query((db) =>
    db.select({ state: interests.state }).from(interests).where(eq(interests.id, id)),
  );
  return row?.state;
};

test.each([
  ["withdrawn", withdrawProject],
  ["archived", archiveProject],
] as const)("a project %s ends what waits in it and tells its senders", async (_word, end) => {
  const { owner, projectId, senders, ids } = await make(["sent", "more-info-asked", "accepted"]);
  await transaction(async (tx) => {
    const { wasOnline } = await end(tx, owner, { projectId, version: 1 });
    await endInterests(tx, owner, { projectId, wasOnline });
  });
  expect(await Promise.all(ids.map((id) => stateOf(id)))).toEqual(["lapsed", "lapsed", "accepted"]);
  const told = { kind: "interestProjectOver", locale: "zh" };
  const offline = { kind: "interestProjectOffline", locale: "zh" };
  expect(await Promise.all(senders.map(toldTo))).toMatchObject([[told], [told], [offline]]);
  const [move] = await query((db) =>
    db
      .select({ movedBy: interestMoves.movedBy })
      .from(interestMoves)
      .where(and(eq(interestMoves.interestId, ids[0] ?? ""), eq(interestMoves.state, "lapsed"))),
  );
  expect(move?.movedBy).toBe(owner.accountId);
  expect(await Promise.all(ids.map(eventsOn))).toEqual([
    ["interest.ended"],
    ["interest.ended"],
    ["interest.project-taken-offline"],
  ]);
});

test("partners are told once, also when what was withdrawn is archived", async () => {
  const { owner, projectId, senders } = await make(["accepted"]);
  for (const [version, end] of [withdrawProject, archiveProject].entries()) {
    await transaction(async (tx) => {
      const { wasOnline } = await end(tx, owner, { projectId, version: version + 1 });
      await endInterests(tx, owner, { projectId, wasOnline });
    });
  }
  expect(await Promise.all(senders.map(toldTo))).toMatchObject([
    [{ kind: "interestProjectOffline" }],
  ]);
});

test.each<[ProgressState, InterestState]>([
  ["on-hold", "sent"],
  ["completed", "lapsed"],
  ["dropped", "lapsed"],
])("in a project that is %s it reads %s", async (progress, state) => {
  const { owner, projectId, ids } = await make(["sent"]);
  await transaction(async (tx) => {
    await setProgress(tx, owner, { projectId, version: 1, progress, acceptingInterests: true });
    await endInterests(tx, owner, { projectId, wasOnline: true });
  });
  expect(await stateOf(ids[0])).toBe(state);
});

test("a project that is online is ended by nobody, not even through this door", async () => {
  const { owner, projectId, ids } = await make(["sent"]);
  await transaction((tx) => endInterests(tx, owner, { projectId, wasOnline: true }));
  expect(await stateOf(ids[0])).toBe("sent");
});

test("somebody else ends nothing", async () => {
  const { owner, projectId, senders, ids } = await make(["sent"]);
  await transaction((tx) => withdrawProject(tx, owner, { projectId, version: 1 }));
  const [stranger] = senders;
  if (!stranger) throw new Error("nobody was made");
  await expect(
    transaction((tx) => endInterests(tx, stranger, { projectId, wasOnline: true })),
  ).rejects.toThrow();
  expect(await stateOf(ids[0])).toBe("sent");
});

test("accepted and withdrawn at once: one of both holds for each", async () => {
  const { owner, projectId, ids } = await make(Array(7).fill("sent"));
  const [first = "", ...rest] = ids;
  const accept = (interestId: string) =>
    transaction((tx) => acceptInterest(tx, owner, { interestId, version: 1 }));
  await accept(first);
  const withdraw = transaction(async (tx) => {
    await withdrawProject(tx, owner, { projectId, version: 1 });
    await endInterests(tx, owner, { projectId, wasOnline: true });
  });
  const results = await Promise.allSettled([...rest.map(accept), withdraw]);
  expect(results.at(-1)?.status).toBe("fulfilled");
  const accepted = results.slice(0, -1).filter(({ status }) => status === "fulfilled").length;
  const states = await Promise.all(rest.map((id) => stateOf(id)));
  expect(states.filter((state) => state === "accepted")).toHaveLength(accepted);
  expect(states.filter((state) => state === "lapsed")).toHaveLength(rest.length - accepted);
});

test.each([
  ["withdrawn", withdrawProject, "interestProjectOffline"],
  ["dropped", dropped, "roomProjectOver"],
] as const)(
  "the people of its room hear once of a project that is %s",
  async (_word, end, kind) => {
    const { owner, projectId, senders } = await make(["accepted"]);
    const [partner] = senders as [Member];
    const colleague = await transaction(async (tx) => {
      const invited = await makeMember(tx, {}, { locale: "zh" });
      const people = [owner, partner, invited].map(({ memberId }) => memberId);
      await makeRoom(tx, projectId, people);
      return invited;
    });
    await transaction(async (tx) => {
      await endInterests(tx, owner, {
        projectId,
        ...(await end(tx, owner, { projectId, version: 1 })),
      });
    });
    expect(await Promise.all([owner, partner, colleague].map(toldTo))).toMatchObject([
      [],
      [{ kind }],
      [{ kind: "roomProjectOver", locale: "zh" }],
    ]);
    // What is only closed to interests afterwards has ended already.
    if (end !== dropped) return;
    await transaction(async (tx) => {
      await endInterests(tx, owner, {
        projectId,
        ...(await dropped(tx, owner, { projectId, version: 2 })),
      });
    });
    expect(await toldTo(colleague)).toHaveLength(1);
  },
);

async function dropped(
  tx: Transaction,
  owner: Member,
  target: { projectId: string; version: number },
) {
  const to = { progress: "dropped" as const, acceptingInterests: false };
  return { wasOnline: true, ...(await setProgress(tx, owner, { ...target, ...to })) };
}
