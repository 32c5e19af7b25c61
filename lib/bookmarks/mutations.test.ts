import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeExperience } from "@/db/experience-factory";
import { makeActivity, makeMember, makeOrganisation, makeProject } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { auditEvents } from "@/db/schema/audit";
import { bookmarks } from "@/db/schema/bookmarks";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { getInSight } from "@/lib/experiences/queries";
import { getProjectInSight } from "@/lib/projects/sight.queries";
import { KEPT_KINDS, type KeptKind, MOST_KEPT } from "./bookmark";
import { keepThing, letGoThing } from "./mutations";
import { isKept, listKept } from "./queries";

afterAll(closeDatabase);

const member = (...more: [object?, object?]) => transaction((tx) => makeMember(tx, ...more));

/** One of each kind that all members read, by somebody else. */
async function oneOfEach(): Promise<Record<KeptKind, { id: string; slug: string }>> {
  const author = await member();
  return transaction(async (tx) => {
    const [row] = await tx
      .select({ slug: members.slug })
      .from(members)
      .where(eq(members.id, author.memberId));
    return {
      project: await makeProject(tx, author.memberId, { moderation: "published" }),
      experience: await makeExperience(tx, author.memberId, { moderation: "published" }),
      organisation: await makeOrganisation(tx, { visibility: "members" }),
      activity: await makeActivity(tx, author.memberId, { visibility: "members" }),
      member: { id: author.memberId, slug: row?.slug ?? "" },
    };
  });
}

const keep = (who: Viewer, kind: KeptKind, { slug }: { slug: string }) =>
  transaction((tx) => keepThing(tx, who, { kind, slug }));

const kindsOf = async (who: Viewer) => (await listKept(who)).map(({ kind }) => kind);

/** How each is taken out of the sight of others. */
const HIDE: Record<KeptKind, (id: string) => Promise<unknown>> = {
  project: hideEntry,
  experience: hideEntry,
  organisation: (id) =>
    query((db) =>
      db.update(organisations).set({ visibility: "self" }).where(eq(organisations.id, id)),
    ),
  activity: (id) =>
    query((db) => db.update(activities).set({ visibility: "self" }).where(eq(activities.id, id))),
  member: (id) =>
    query((db) => db.update(members).set({ hiddenAt: sql`now()` }).where(eq(members.id, id))),
};

function hideEntry(id: string) {
  return query((db) =>
    db.update(entries).set({ moderation: "withdrawn" }).where(eq(entries.id, id)),
  );
}

test("what is kept is listed, once, the last first, and its keeper alone knows", async () => {
  const [keeper, other, things] = [await member(), await member(), await oneOfEach()];
  for (const kind of KEPT_KINDS) await keep(keeper, kind, things[kind]);
  await keep(keeper, "project", things.project);
  expect(await kindsOf(keeper)).toEqual([...KEPT_KINDS].reverse());
  expect(await kindsOf(other)).toEqual([]);
  expect(await isKept(keeper, "project", things.project.id)).toBe(true);
  expect(await isKept(other, "project", things.project.id)).toBe(false);
  expect(await isKept(null, "project", things.project.id)).toBeNull();
  for (const [who, kept] of [
    [keeper, true],
    [other, false],
  ] as const) {
    expect((await getProjectInSight(who, things.project.slug))?.isKept).toBe(kept);
    expect((await getInSight(who, things.experience.slug))?.isKept).toBe(kept);
  }
  const names = await query((db) =>
    db
      .select({ name: auditEvents.name, subjectId: auditEvents.subjectId })
      .from(auditEvents)
      .where(eq(auditEvents.actorId, keeper.accountId)),
  );
  expect(names).toEqual(
    KEPT_KINDS.map(() => ({ name: "bookmark.kept", subjectId: keeper.accountId })),
  );
});

test.each(KEPT_KINDS)("a %s that its keeper may no longer read is shown no more", async (kind) => {
  const [keeper, things] = [await member(), await oneOfEach()];
  await keep(keeper, kind, things[kind]);
  expect(await kindsOf(keeper)).toEqual([kind]);
  await HIDE[kind](things[kind].id);
  expect(await listKept(keeper)).toEqual([]);
  await expect(keep(await member(), kind, things[kind])).rejects.toThrow("notFound");
});

test("what is let go is gone, and letting go of what was not kept changes nothing", async () => {
  const [keeper, { project }] = [await member(), await oneOfEach()];
  const letGo = () =>
    transaction((tx) => letGoThing(tx, keeper, { kind: "project", slug: project.slug }));
  await letGo();
  await keep(keeper, "project", project);
  await letGo();
  expect(await listKept(keeper)).toEqual([]);
});

test.each(["pending", "suspended", "left"] as const)(
  "whoever is %s keeps nothing",
  async (status) => {
    const [away, { organisation }] = [await member({}, { status }), await oneOfEach()];
    await expect(keep(away, "organisation", organisation)).rejects.toThrow("notFound");
    expect(await listKept(away)).toEqual([]);
  },
);

test("whoever is suspended later reads nothing of it", async () => {
  const [keeper, { project }] = [await member(), await oneOfEach()];
  await keep(keeper, "project", project);
  await query((db) =>
    db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, keeper.accountId)),
  );
  expect(await listKept({ ...keeper, status: "suspended" })).toEqual([]);
});

test("there is room for so many, and no more", async () => {
  const [keeper, { project }] = [await member(), await oneOfEach()];
  await transaction(async (tx) => {
    const made = [];
    for (let one = 0; one < MOST_KEPT; one += 1) {
      made.push(await makeOrganisation(tx, { visibility: "members" }));
    }
    const { accountId } = keeper;
    await tx
      .insert(bookmarks)
      .values(made.map(({ id: organisationId }) => ({ accountId, organisationId })));
  });
  await expect(keep(keeper, "project", project)).rejects.toMatchObject({
    code: "bookmarksTooMany",
  });
  const [kept] = await listKept(keeper);
  await keep(keeper, "organisation", { slug: kept?.slug ?? "" });
});
