import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { consents } from "@/db/schema/consents";
import { entries } from "@/db/schema/entries";
import { matchDismissals } from "@/db/schema/matching";
import { exportAccount } from "@/lib/accounts/queries";
import { listDismissedCandidates, listDismissedProjects } from "./dismissals.queries";
import { dismissCandidate, dismissProject, recallDismissal } from "./mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;

let owner: Member;
let reader: Member;

beforeAll(async () => {
  [owner, reader] = await transaction(async (tx) => [await makeMember(tx), await makeMember(tx)]);
});

afterAll(closeDatabase);

const make = (values: Parameters<typeof makeProject>[2] = {}) =>
  transaction((tx) => makeProject(tx, owner.memberId, { moderation: "published", ...values }));

const setAside = (who: Member, slug: string) =>
  transaction((tx) => dismissProject(tx, who, { slug }));

const setMemberAside = (who: Member, slug: string, candidateId: string) =>
  transaction((tx) => dismissCandidate(tx, who, { slug, candidateId }));

const takeBack = (who: Member, dismissalId: string) =>
  transaction((tx) => recallDismissal(tx, who, { dismissalId }));

const asideOf = (who: Member, projectId: string) =>
  query((db) =>
    db
      .select({ id: matchDismissals.id, candidateId: matchDismissals.candidateId })
      .from(matchDismissals)
      .where(
        and(eq(matchDismissals.memberId, who.memberId), eq(matchDismissals.projectId, projectId)),
      ),
  );

async function eventsOn(subjectId: string) {
  const rows = await query((db) =>
    db
      .select({ name: auditEvents.name, actorId: auditEvents.actorId, data: auditEvents.data })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, subjectId))
      .orderBy(auditEvents.id),
  );
  return rows.map(({ name, actorId, data }) => [name, actorId, data]);
}

/** What one did since, as the trail has it: of themselves, so that no owner of a project finds it in their export. */
async function actsSince({ accountId }: Member, before: number) {
  const acts = (await eventsOn(accountId)).slice(before);
  expect(acts.map(([, ...rest]) => rest)).toEqual(acts.map(() => [accountId, {}]));
  return acts.map(([name]) => name);
}

const countActs = async ({ accountId }: Member) => (await eventsOn(accountId)).length;

test("a project is set aside, remembered, and taken back", async () => {
  const project = await make();
  const before = await countActs(reader);
  await setAside(reader, project.slug);
  const [aside] = await listDismissedProjects(reader);
  expect(aside?.slug).toBe(project.slug);
  expect(await listDismissedProjects(owner)).toEqual([]);
  const id = aside?.id ?? "";
  expect(await takeBack(reader, id)).toEqual({ slug: project.slug, isOfCandidate: false });
  expect(await asideOf(reader, project.id)).toEqual([]);
  expect(await actsSince(reader, before)).toEqual(["match.project-dismissed", "match.recalled"]);
  expect(await eventsOn(project.id)).toEqual([]);
});

test("what was set aside is named no more once it is out of sight", async () => {
  const project = await make();
  const candidate = await transaction((tx) => makeMember(tx));
  await setAside(reader, project.slug);
  await setMemberAside(owner, project.slug, candidate.memberId);
  const projects = async () => (await listDismissedProjects(reader)).map(({ slug }) => slug);
  const people = () => listDismissedCandidates(owner, project.id, "fr");
  expect([await projects(), await people()]).toMatchObject([[project.slug], { length: 1 }]);
  await transaction(async (tx) => {
    await tx.update(entries).set({ moderation: "withdrawn" }).where(eq(entries.id, project.id));
    const isCandidate = eq(accounts.id, candidate.accountId);
    await tx.update(accounts).set({ status: "suspended" }).where(isCandidate);
  });
  expect([await projects(), await people()]).toEqual([[], []]);
});

test("twenty times at once is once", async () => {
  const project = await make();
  const before = await countActs(reader);
  await Promise.all(Array.from({ length: 20 }, () => setAside(reader, project.slug)));
  expect(await asideOf(reader, project.id)).toHaveLength(1);
  expect(await actsSince(reader, before)).toHaveLength(1);
});

test("two who take it back at once: the second finds nothing", async () => {
  const project = await make();
  await setAside(reader, project.slug);
  const [aside] = await asideOf(reader, project.id);
  const id = aside?.id ?? "";
  const results = await Promise.allSettled([takeBack(reader, id), takeBack(reader, id)]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const lost = results.find(({ status }) => status === "rejected");
  expect(lost).toMatchObject({ reason: { code: "notFound" } });
});

test("neither one's own project, nor what one does not see", async () => {
  const project = await make();
  const draft = await make({ moderation: "draft" });
  await expect(setAside(owner, project.slug)).rejects.toMatchObject({ code: "notFound" });
  await expect(setAside(reader, draft.slug)).rejects.toMatchObject({ code: "notFound" });
  await expect(setAside(reader, "nowhere")).rejects.toMatchObject({ code: "notFound" });
  expect(await asideOf(reader, draft.id)).toEqual([]);
});

test("nobody takes back what another has set aside", async () => {
  const project = await make();
  await setAside(reader, project.slug);
  const [aside] = await asideOf(reader, project.id);
  await expect(takeBack(owner, aside?.id ?? "")).rejects.toMatchObject({ code: "notFound" });
  expect(await asideOf(reader, project.id)).toHaveLength(1);
});

test("an owner sets a candidate aside for one project", async () => {
  const [one, other] = [await make(), await make()];
  const before = await countActs(owner);
  await setMemberAside(owner, one.slug, reader.memberId);
  await setMemberAside(owner, one.slug, reader.memberId);
  const [aside] = await listDismissedCandidates(owner, one.id, "fr");
  expect(aside).toMatchObject({ memberId: reader.memberId, slug: reader.memberSlug });
  expect(await listDismissedCandidates(owner, other.id, "fr")).toEqual([]);
  expect(await actsSince(owner, before)).toEqual(["match.candidate-dismissed"]);
  expect(await eventsOn(one.id)).toEqual([]);
  const id = aside?.id ?? "";
  expect(await takeBack(owner, id)).toEqual({ slug: one.slug, isOfCandidate: true });
});

test("only the owner does, and only of members whom members may name", async () => {
  const project = await make();
  const { slug } = project;
  const hidden = await transaction((tx) => makeMember(tx));
  await transaction((tx) =>
    tx
      .update(consents)
      .set({ withdrawnAt: new Date() })
      .where(eq(consents.accountId, hidden.accountId)),
  );
  const gone = await transaction((tx) => makeMember(tx, {}, { status: "suspended" }));
  for (const candidate of [hidden, gone, owner]) {
    const refused = setMemberAside(owner, slug, candidate.memberId);
    await expect(refused).rejects.toMatchObject({ code: "notFound" });
  }
  const byOther = setMemberAside(reader, slug, owner.memberId);
  await expect(byOther).rejects.toMatchObject({ code: "notFound" });
  expect(await asideOf(owner, project.id)).toEqual([]);
});

test("what was once noted of a project is in no owner's export, but in that of whoever did it", async () => {
  const project = await make();
  const name = "match.project-dismissed";
  const subject = { subjectType: "project" as const, subjectId: project.id };
  await query((db) =>
    db.insert(auditEvents).values({ name, actorId: reader.accountId, data: {}, ...subject }),
  );
  const actsOf = async (who: Member) => {
    const { tables } = await exportAccount(who);
    return tables.audit_events?.filter(({ subject_id }) => subject_id === project.id);
  };
  expect(await actsOf(owner)).toEqual([]);
  expect(await actsOf(reader)).toMatchObject([{ name }]);
});
