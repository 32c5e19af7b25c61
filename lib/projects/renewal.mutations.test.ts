import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { auditEvents } from "@/db/schema/audit";
import { entries, entryRevisions } from "@/db/schema/entries";
import { projects } from "@/db/schema/projects";
import { addDays, addMonths, today } from "@/lib/core/dates";
import { proposeRevision } from "@/lib/entries/revisions.mutations";
import {
  listPublishedAddresses,
  listPublishedProjects,
  listSeekingProjects,
} from "./listing.queries";
import { PROJECT_VERBS } from "./noun.queries";
import { latestDeadline } from "./project-deadline";
import { readProjectFilters } from "./project-filters";
import { getProject } from "./queries";
import { renewProject } from "./renewal.mutations";
import { buildProjectSearch } from "./search-text";

type Member = Awaited<ReturnType<typeof makeMember>>;

const mark = `zw${crypto.randomUUID().slice(0, 8)}`;
const yesterday = addDays(today(), -1);
const later = addDays(today(), 40);

let owner: Member;
let other: Member;
let moderator: Member;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx);
    other = await makeMember(tx);
    moderator = await makeMember(tx, {}, { role: "moderator" });
  });
});

afterAll(async () => {
  // Nor newer than what others make afterwards.
  const isOurs = eq(entries.ownerId, owner.memberId);
  await query((db) => db.update(entries).set({ publishedAt: new Date() }).where(isOurs));
  await closeDatabase();
});

const make = (values: Parameters<typeof makeProject>[2] = {}) => {
  const texts = { title: { fr: `Soie ${mark}` }, teaser: {}, summary: {}, offered: {}, sought: {} };
  const listed = { ...texts, advantages: {}, partnerTask: {}, kind: null, sectors: ["energy"] };
  const said = { sectors: ["energy"], places: ["wuhan"] };
  const levels = { textLevel: "members", ownerLevel: "members" } as const;
  const search = buildProjectSearch({ ...listed, ...levels, cities: ["wuhan"] }, said, true);
  return transaction((tx) =>
    makeProject(tx, owner.memberId, {
      title: texts.title,
      ...search,
      sectors: ["energy"],
      cities: ["wuhan"],
      moderation: "published",
      progress: "seeking-partners",
      // Newer than whatever other suites publish meanwhile.
      publishedAt: new Date("2100-01-01"),
      deadline: yesterday,
      ...values,
    }),
  );
};

const renew = (projectId: string, deadline = later, viewer = owner, version = 1) =>
  transaction((tx) => renewProject(tx, viewer, { projectId, version, deadline }));

const list = (viewer: Member | null = null) =>
  listPublishedProjects(viewer, readProjectFilters({ q: mark }));

async function deadlineOf(id: string) {
  const [row] = await query((db) =>
    db.select({ deadline: projects.deadline }).from(projects).where(eq(projects.id, id)),
  );
  return row?.deadline;
}

const eventsOf = (id: string, name: string) =>
  query((db) =>
    db
      .select({ data: auditEvents.data })
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, id), eq(auditEvents.name, name)))
      .orderBy(auditEvents.id),
  );

async function editOf(revisionId: string) {
  const { content, version, id } = entryRevisions;
  const [edit] = await query((db) =>
    db.select({ content, version }).from(entryRevisions).where(eq(id, revisionId)),
  );
  return edit;
}

describe("a project whose deadline has passed", () => {
  test("leaves lists, facets, home and search engines until it is renewed; its page stays", async () => {
    const { id, slug } = await make();
    const last = await make({ deadline: today() });
    const slugs = async (viewer: Member | null) =>
      (await list(viewer)).cards.map((one) => one.slug);
    for (const viewer of [null, other, owner]) expect(await slugs(viewer)).toEqual([last.slug]);
    const { facets, total } = await list();
    expect([total, facets.groups.requests]).toEqual([1, 1]);
    expect([facets.sectors, facets.cities]).toEqual([
      ["energy", "energy-city"].map((slug) => ({ slug, count: 1 })),
      ["hubei", "wuhan"].map((slug) => ({ slug, count: 1 })),
    ]);
    const addresses = async () => (await listPublishedAddresses()).map((one) => one.slug);
    const seeking = async () => (await listSeekingProjects(24)).map((one) => one.slug);
    expect(await addresses()).not.toContain(slug);
    expect(await seeking()).not.toContain(slug);
    expect(await getProject(null, slug)).toMatchObject({ teaser: { deadline: yesterday } });
    await renew(id);
    expect(await slugs(null)).toContain(slug);
    expect(await addresses()).toContain(slug);
    expect(await seeking()).toContain(slug);
  });

  test("is renewed by its owner alone, with an event; one of two clicks is told", async () => {
    const { id } = await make();
    for (const viewer of [other, moderator]) {
      await expect(renew(id, later, viewer)).rejects.toThrow("notFound");
    }
    const outcomes = await Promise.allSettled([renew(id), renew(id)]);
    const lost = outcomes.find((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "conflict" });
    expect(await deadlineOf(id)).toBe(later);
    expect(await eventsOf(id, "project.renewed")).toEqual([
      { data: { from: yesterday, to: later } },
    ]);
  });

  test("goes on until any other day from today on, 24 months ahead at most", async () => {
    const { id } = await make();
    const onField = (code: string) => ({ code, field: "deadline" });
    const last = latestDeadline(today());
    await expect(renew(id, addDays(today(), -1))).rejects.toMatchObject(onField("dayPassed"));
    await expect(renew(id, addDays(last, 1))).rejects.toMatchObject(onField("deadlineTooFar"));
    await renew(id, last);
    await expect(renew(id, last, owner, 2)).rejects.toMatchObject(onField("deadlineUnchanged"));
    expect(await deadlineOf(id)).toBe(last);
  });

  test("is brought forward as well, under an event of its own; the open edit goes along", async () => {
    const { id } = await make({ deadline: later });
    const change = { id, revisionId: null, version: 1, content: {} };
    const { revisionId } = await transaction((tx) =>
      proposeRevision(tx, owner, PROJECT_VERBS, change),
    );
    await renew(id, today());
    expect(await deadlineOf(id)).toBe(today());
    expect(await eventsOf(id, "project.brought-forward")).toEqual([
      { data: { from: later, to: today() } },
    ]);
    expect(await eventsOf(id, "project.renewed")).toEqual([]);
    expect(await editOf(revisionId)).toMatchObject({ content: { deadline: today() } });
  });

  test.each([
    ["a draft", { moderation: "draft" }],
    ["a withdrawn one", { moderation: "withdrawn" }],
    ["a completed one", { progress: "completed" }],
    ["a dropped one", { progress: "dropped" }],
    ["one without a deadline", { deadline: null }],
  ] as const)("not %s", async (_case, values) => {
    const { id } = await make(values);
    await expect(renew(id)).rejects.toThrow("moveNotAllowed");
  });

  test("an edit that is open does not bring the old day back", async () => {
    const { id } = await make();
    const content = { summary: { fr: "Deux fois par an." } };
    const change = { id, revisionId: null, version: 1, content };
    const { revisionId } = await transaction((tx) =>
      proposeRevision(tx, owner, PROJECT_VERBS, change),
    );
    await renew(id);
    expect(await editOf(revisionId)).toMatchObject({
      version: 3,
      content: { ...content, deadline: later },
    });
  });
});

test("months have their own ends", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2026-12-15", 3)).toBe("2027-03-15");
});
