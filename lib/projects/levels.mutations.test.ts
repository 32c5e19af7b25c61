import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { insertEntry } from "@/db/entry-rows";
import type { EntryLevel } from "@/db/enums";
import { makeInterest, makeMember, makeOrganisation, makeProject } from "@/db/factories";
import { affiliations } from "@/db/schema/affiliations";
import { auditEvents } from "@/db/schema/audit";
import { entries } from "@/db/schema/entries";
import { listAccesses } from "@/lib/entries/accesses.queries";
import { setLevels } from "./levels.mutations";
import { listProjectsOfMembers, listPublishedProjects } from "./listing.queries";
import { readProjectFilters } from "./project-filters";
import { getProject } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

/** A word of this run in every text that is not for all. */
const canary = `zv${crypto.randomUUID().slice(0, 8)}`;
const texts = {
  title: { fr: `Titre t${canary.slice(2)}` },
  summary: { fr: `Texte ${canary}` },
  sought: { zh: `寻求 ${canary}` },
};
const found = `t${canary.slice(2)}`;

let owner: Member;
let stranger: Member;
let contact: Member;
let moderator: Member;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx, { familyName: `Nom${canary}`, slug: canary });
    const { id: organisationId } = await makeOrganisation(tx, { name: { fr: `Soie ${canary}` } });
    await tx.insert(affiliations).values({ memberId: owner.memberId, organisationId });
    stranger = await makeMember(tx);
    contact = await makeMember(tx);
    moderator = await makeMember(tx, {}, { role: "moderator" });
  });
});

afterAll(closeDatabase);

/** A published project of these levels with one accepted interest. */
async function make(levels: { textLevel: EntryLevel; ownerLevel: EntryLevel }) {
  const project = await transaction(async (tx) => {
    const made = await makeProject(tx, owner.memberId, {
      ...texts,
      moderation: "published",
      publishedAt: new Date(),
    });
    await makeInterest(tx, made.id, contact.memberId, { state: "in-talks" });
    return made;
  });
  await set(project.id, levels);
  return project;
}

const set = (
  projectId: string,
  levels: { textLevel: EntryLevel; ownerLevel: EntryLevel },
  viewer = owner,
  version = 1,
) => transaction((tx) => setLevels(tx, viewer, { projectId, version, ...levels }));

const BEHIND = { textLevel: "contacts", ownerLevel: "contacts" } as const;

const find = async (viewer: Member | null, q: string) =>
  (await listPublishedProjects(viewer, readProjectFilters({ q }))).cards.map(({ slug }) => slug);

describe("what lies behind acceptance", () => {
  test("is in nothing that a stranger, a member or a moderator gets", async () => {
    const { slug } = await make(BEHIND);
    for (const viewer of [null, stranger, moderator]) {
      const page = await getProject(viewer, slug);
      expect(page).toMatchObject({ full: null, owner: null, isContact: false });
      const list = await listPublishedProjects(viewer, readProjectFilters({ q: found }));
      expect(list.cards.map((card) => card.slug)).toContain(slug);
      const payload = JSON.stringify([page, list]);
      expect(payload).not.toContain(canary);
      expect(payload).not.toContain(owner.memberId);
      expect(payload).not.toContain(owner.accountId);
      expect(await find(viewer, canary)).toEqual([]);
    }
    for (const viewer of [stranger, moderator]) {
      const proposed = await listProjectsOfMembers(viewer, [owner.memberId]);
      expect(proposed.map((one) => one.slug)).not.toContain(slug);
    }
  });

  test("is there for an accepted contact and the owner", async () => {
    const { slug } = await make(BEHIND);
    for (const viewer of [contact, owner]) {
      const page = JSON.stringify(await getProject(viewer, slug));
      expect(page).toContain(`Texte ${canary}`);
      expect(page).toContain(`Nom${canary}`);
      const proposed = await listProjectsOfMembers(viewer, [owner.memberId]);
      expect(proposed.map((one) => one.slug)).toContain(slug);
    }
  });

  test("each part by its own level", async () => {
    const named = await make({ textLevel: "contacts", ownerLevel: "members" });
    expect(await getProject(stranger, named.slug)).toMatchObject({
      full: null,
      owner: { member: { slug: canary } },
    });
    const told = await make({ textLevel: "members", ownerLevel: "contacts" });
    expect(await getProject(stranger, told.slug)).toMatchObject({
      full: { summary: texts.summary },
      owner: null,
    });
    expect(await find(stranger, canary)).toEqual([told.slug]);
    expect(await find(null, canary)).toEqual([]);
  });

  test("is noted when a contact opens it, for the owner's eyes", async () => {
    const { slug, id } = await make(BEHIND);
    await getProject(contact, slug);
    await getProject(contact, slug);
    await getProject(owner, slug);
    await getProject(stranger, slug);
    const rows = await listAccesses(owner, id);
    const seen = rows.map(({ part, times, slug: who }) => [part, times, who]).sort();
    expect(seen).toEqual([
      ["owner", 2, contact.memberSlug],
      ["text", 2, contact.memberSlug],
    ]);
    for (const viewer of [contact, stranger, moderator]) {
      expect(await listAccesses(viewer, id)).toEqual([]);
    }
    const open = await make({ textLevel: "members", ownerLevel: "members" });
    await getProject(contact, open.slug);
    expect(await listAccesses(owner, open.id)).toEqual([]);
  });
});

describe("setting who reads what", () => {
  test("leaves an event; nobody else may; one of two tabs is told", async () => {
    const { id } = await make(BEHIND);
    for (const viewer of [stranger, moderator]) {
      await expect(set(id, BEHIND, viewer, 2)).rejects.toThrow("notFound");
    }
    const outcomes = await Promise.allSettled([
      set(id, BEHIND, owner, 2),
      set(id, BEHIND, owner, 2),
    ]);
    const lost = outcomes.find((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "conflict" });
    const isEvent = and(eq(auditEvents.subjectId, id), eq(auditEvents.name, "project.levels-set"));
    const events = await query((db) =>
      db.select({ data: auditEvents.data }).from(auditEvents).where(isEvent),
    );
    expect(events).toEqual([{ data: BEHIND }, { data: BEHIND }]);
  });

  test("only of a published one; a new project hides its owner", async () => {
    const draft = await transaction((tx) => makeProject(tx, owner.memberId));
    await expect(set(draft.id, BEHIND)).rejects.toThrow("moveNotAllowed");
    const { textLevel, ownerLevel } = entries;
    const [plain] = await transaction(async (tx) => {
      const values = {
        slug: `p-${canary}`,
        ownerId: owner.memberId,
        originalLocale: "fr",
      } as const;
      const { id } = await insertEntry(tx, "project", values);
      return tx.select({ textLevel, ownerLevel }).from(entries).where(eq(entries.id, id));
    });
    expect(plain).toEqual({ textLevel: "members", ownerLevel: "contacts" });
  });
});
