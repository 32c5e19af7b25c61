import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
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
