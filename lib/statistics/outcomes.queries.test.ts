import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { outcomeFollowUps, projectOutcomes } from "@/db/schema/project-parts";
import { countFollowUps, countOutcomes, listOutcomes } from "./outcomes.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

/** A kind of its own, since other suites record outcomes too. */
const KIND = `kind-${randomUUID()}`;

let member: Member;
let moderator: Member;
let online: { id: string; slug: string };
let gone: { id: string; slug: string };

beforeAll(async () => {
  await transaction(async (tx) => {
    member = await makeMember(tx);
    moderator = await makeMember(tx, {}, { role: "moderator" });
    online = await makeProject(tx, member.memberId, { moderation: "published" });
    gone = await makeProject(tx, member.memberId, { moderation: "archived" });
    const own = { agreementKind: KIND, recordedBy: member.accountId };
    await tx.insert(projectOutcomes).values([
      { ...own, projectId: online.id, words: "between us" },
      { ...own, projectId: gone.id, isPublic: false },
    ]);
  });
});

afterAll(closeDatabase);

test("each number is as long as the list it opens", async () => {
  const counts = await countOutcomes(moderator);
  expect(counts.find(({ kind }) => kind === KIND)).toEqual({ kind: KIND, count: 2 });
  const { rows, total } = await listOutcomes(moderator, { kind: KIND, page: 1 });
  expect([rows.length, total]).toEqual([2, 2]);
  const past = await listOutcomes(moderator, { kind: KIND, page: 7 });
  expect(past).toEqual({ rows, total, page: 1 });
});

test("a project that is no longer online has no address, and no words are read", async () => {
  const { rows } = await listOutcomes(moderator, { kind: KIND, page: 1 });
  const [ofOnline] = await query((db) =>
    db
      .select({ id: projectOutcomes.id })
      .from(projectOutcomes)
      .where(eq(projectOutcomes.projectId, online.id)),
  );
  const isOnline = ({ id }: { id: string }) => id === ofOnline?.id;
  expect(rows.filter(isOnline)).toMatchObject([{ slug: online.slug, isPublic: true }]);
  expect(rows.filter((row) => !isOnline(row))).toMatchObject([{ slug: null, isPublic: false }]);
  expect(JSON.stringify(rows)).not.toContain("between us");
});

test("the answers after some months are counted, and what is not answered yet, of what was signed", async () => {
  // No other suite asks after 99 months.
  const months = 99;
  const { id } = projectOutcomes;
  const recordedBy = member.accountId;
  const kinds = ["licence", "investment", "no-agreement"];
  await transaction(async (tx) => {
    for (const agreementKind of kinds) {
      const { id: projectId } = await makeProject(tx, member.memberId);
      const values = { projectId, agreementKind, recordedBy };
      const [made] = await tx.insert(projectOutcomes).values(values).returning({ id });
      const answered = agreementKind === "licence" && { answer: "grown", answeredAt: new Date() };
      await tx.insert(outcomeFollowUps).values({ outcomeId: made?.id ?? "", months, ...answered });
    }
  });
  const counts = (await countFollowUps(moderator)).filter((one) => one.months === months);
  expect(counts).toEqual([
    { months, answer: "grown", count: 1 },
    { months, answer: null, count: 1 },
  ]);
});

test("a title that its owner writes anew is not told", async () => {
  const { rows } = await listOutcomes(moderator, { kind: KIND, page: 1 });
  const offline = rows.find(({ slug }) => slug === null);
  expect(offline?.title).toEqual({});
});

test("nobody but the club team reads any of it", async () => {
  for (const viewer of [null, member, { ...moderator, status: "suspended" as const }]) {
    expect(await countOutcomes(viewer)).toEqual([]);
    expect(await countFollowUps(viewer)).toEqual([]);
    expect(await listOutcomes(viewer, { kind: "", page: 1 })).toEqual({
      rows: [],
      total: 0,
      page: 1,
    });
  }
});
