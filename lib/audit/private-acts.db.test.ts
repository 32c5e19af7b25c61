import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { record } from "@/lib/core/events/record";
import { interestEvent } from "@/lib/interests/interest-event";
import { blockMember, unblockMember } from "@/lib/introductions/blocking.mutations";
import { dismissCandidate, dismissProject } from "@/lib/matching/mutations";
import { listEventNames, listEvents } from "./queries";
import { trailFilters } from "./schema";

afterAll(closeDatabase);

const join = () => transaction((tx) => makeMember(tx, {}, { role: "administrator" }));

test("what somebody sets aside of what is suggested is theirs alone", async () => {
  const [one, other] = [await join(), await join()];
  const online = { moderation: "published" } as const;
  await transaction(async (tx) => {
    const { slug } = await makeProject(tx, other.memberId, online);
    await dismissProject(tx, one, { slug });
    const own = await makeProject(tx, one.memberId, online);
    await dismissCandidate(tx, one, { slug: own.slug, candidateId: other.memberId });
  });
  const asked = trailFilters.parse({ actor: one.accountId });
  const seenBy = async (who: typeof one) =>
    (await listEvents(who, asked, "fr")).entries.map(({ name }) => name);
  const acts = ["match.candidate-dismissed", "match.project-dismissed"];
  expect((await seenBy(one)).filter((name) => name.startsWith("match."))).toEqual(acts);
  expect((await seenBy(other)).filter((name) => name.startsWith("match."))).toEqual([]);
});

test("an owner who reads the trail does not learn there who wrote without their name", async () => {
  const [owner, other, sender] = [await join(), await join(), await join()];
  const seenBy = async (who: typeof owner, subject: string) =>
    (await listEvents(who, trailFilters.parse({ subject }), "fr")).entries.length;
  const send = (values: Parameters<typeof makeInterest>[3]) =>
    transaction(async (tx) => {
      const project = await makeProject(tx, owner.memberId, { moderation: "published" });
      const { id } = await makeInterest(tx, project.id, sender.memberId, values);
      const about = { id, projectId: project.id };
      await record(tx, sender, interestEvent("interest.sent", about));
      await record(tx, owner, interestEvent("interest.reviewed", about));
      await record(tx, null, interestEvent("interest.reminded", about));
      return id;
    });
  const nameless = await send({});
  const seen = await Promise.all([owner, other, sender].map((who) => seenBy(who, nameless)));
  expect(seen).toEqual([2, 3, 3]);
  for (const known of [{ isNamed: true }, { state: "accepted" as const }]) {
    expect(await seenBy(owner, await send(known))).toBe(3);
  }
});

test("the trail shows a block to its actor alone, be the other an administrator", async () => {
  const [one, other] = [await join(), await join()];
  const { memberId } = other;
  await transaction((tx) => blockMember(tx, one, { memberId }));
  await transaction((tx) => unblockMember(tx, one, { memberId }));
  const shown = async (filters: object) => {
    const read = trailFilters.parse(filters);
    const seen = await Promise.all([one, other].map((who) => listEvents(who, read, "fr")));
    return seen.map(({ entries }) =>
      entries.flatMap(({ name }) => (name.startsWith("member.") ? name : [])),
    );
  };
  const acts = ["member.unblocked", "member.blocked"];
  expect(await shown({ subject: one.accountId })).toEqual([acts, []]);
  expect(await shown({ actor: one.accountId, name: "member.blocked" })).toEqual([
    ["member.blocked"],
    [],
  ]);
  expect((await shown({ subject: memberId })).flat()).toEqual([]);
  const names = await Promise.all([one, other].map(listEventNames));
  expect(names.map((all) => all.includes("member.blocked"))).toEqual([true, false]);
});
