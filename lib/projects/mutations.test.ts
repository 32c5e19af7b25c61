import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { MODERATION_STATES, type ProgressState } from "@/db/enums";
import { makeMember, makeProject } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { auditEvents } from "@/db/schema/audit";
import { entries, entryRevisions } from "@/db/schema/entries";
import { projects } from "@/db/schema/projects";
import { reopenEntry, saveEntry } from "@/lib/entries/verbs.mutations";
import {
  archiveProject,
  draftProject,
  setProgress,
  submitProject,
  withdrawProject,
} from "./mutations";
import { PROJECT_VERBS } from "./noun.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Values = Parameters<typeof makeProject>[2];
type Verb = (
  tx: Parameters<typeof submitProject>[0],
  viewer: Member,
  input: { projectId: string; version: number },
) => Promise<unknown>;

const reopenProject: Verb = (tx, viewer, { projectId: id, version }) =>
  reopenEntry(tx, viewer, PROJECT_VERBS, { id, version });

let owner: Member;
let other: Member;
let moderator: Member;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx, {}, { locale: "zh" });
    other = await makeMember(tx);
    moderator = await makeMember(tx, {}, { role: "moderator" });
  });
});

afterAll(closeDatabase);

const make = (values?: Values, ownerId = owner.memberId) =>
  transaction((tx) => makeProject(tx, ownerId, values));

const run = (verb: Verb, viewer: Member, projectId: string, version = 1) =>
  transaction((tx) => verb(tx, viewer, { projectId, version }));

async function read(id: string) {
  const [row] = await query((db) =>
    db
      .select({
        slug: entries.slug,
        moderation: entries.moderation,
        progress: projects.progress,
        acceptingInterests: projects.acceptingInterests,
        title: entries.title,
        summary: projects.summary,
        sought: projects.sought,
        offered: projects.offered,
        ownerLevel: entries.ownerLevel,
        stale: entries.stale,
        version: entries.version,
        searchPublic: entries.searchPublic,
        searchMembers: entries.searchMembers,
      })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .where(eq(entries.id, id)),
  );
  if (!row) throw new Error("the project is gone");
  return row;
}

const eventsOf = async (id: string) => {
  const rows = await query((db) =>
    db
      .select({ name: auditEvents.name, actor: auditEvents.actorId })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, id))
      .orderBy(auditEvents.id),
  );
  return rows.map(({ name, actor }) => `${name} ${actor === owner.accountId ? "owner" : "team"}`);
};

describe("drafting and saving", () => {
  const first = {
    profileType: "rd-request",
    originalLocale: "fr",
    title: "Soie grège",
    sought: "Un filateur",
    offered: "",
    deadline: null,
    isNamed: true,
  } as const;

  test("a draft begins with what the first page asks", async () => {
    const { slug } = await transaction((tx) => draftProject(tx, owner, first));
    const [row] = await query((db) =>
      db.select({ id: entries.id }).from(entries).where(eq(entries.slug, slug)),
    );
    const id = row?.id ?? "";
    expect(await read(id)).toMatchObject({
      moderation: "draft",
      title: { fr: "Soie grège" },
      sought: { fr: "Un filateur" },
      offered: {},
    });
    expect((await read(id)).progress).toBe("seeking-partners");
    expect(slug).toMatch(/^draft-/);
    expect(await eventsOf(id)).toEqual(["project.drafted owner"]);
  });

  test.each([
    [true, "members"],
    [false, "contacts"],
  ])("its owner is named to members unless they untick it: %s", async (isNamed, level) => {
    const { id } = await transaction((tx) => draftProject(tx, owner, { ...first, isNamed }));
    expect((await read(id)).ownerLevel).toBe(level);
  });

  test("an account without a profile cannot", async () => {
    const club = { ...owner, memberId: null } as unknown as Member;
    await expect(transaction((tx) => draftProject(tx, club, first))).rejects.toThrow("notFound");
  });

  test("a save keeps the rest, marks what is older and refreshes the search", async () => {
    const texts = { fr: "Soie", en: "Silk", zh: "丝绸" };
    const { id } = await make({ summary: texts, title: { fr: "Soies" } });
    const save = (version: number, content: object, confirmed: string[] = []) =>
      transaction((tx) => saveEntry(tx, owner, PROJECT_VERBS, { id, version, content, confirmed }));
    await save(1, { summary: { ...texts, fr: "Soie grège" }, cities: ["guangzhou", "xuzhou"] });
    const saved = await read(id);
    expect(saved).toMatchObject({
      title: { fr: "Soies" },
      stale: { summary: ["en", "zh"] },
      version: 2,
    });
    expect(saved.searchPublic).toContain(" soies ");
    expect(saved.searchMembers).toContain(" gz ");
    // Nobody else of the directory works there: visitors, who are not told by whom it is, do not find it so.
    expect(saved.searchMembers).toContain(" xuzhou ");
    expect(saved.searchPublic).not.toContain(" xuzhou ");
    expect(saved.searchPublic).not.toContain(" grege ");
    expect(saved.searchMembers).toContain(" grege ");
    await save(2, {}, ["summary.en"]);
    expect((await read(id)).stale).toEqual({ summary: ["zh"] });
    expect(await eventsOf(id)).toEqual(["project.saved owner", "project.saved owner"]);
  });

  test("two tabs: the second save is a conflict and writes nothing", async () => {
    const { id } = await make();
    const save = (title: string) =>
      transaction((tx) =>
        saveEntry(tx, owner, PROJECT_VERBS, { id, version: 1, content: { title: { fr: title } } }),
      );
    const outcomes = await Promise.allSettled([save("Un"), save("Deux")]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await read(id)).version).toBe(2);
  });

  test.each(MODERATION_STATES)("a project that is %s", async (moderation) => {
    const { id } = await make({ moderation });
    const save = transaction((tx) =>
      saveEntry(tx, owner, PROJECT_VERBS, { id, version: 1, content: {} }),
    );
    const isOpen = moderation === "draft" || moderation === "changes-requested";
    if (isOpen) await expect(save).resolves.toEqual({ version: 2 });
    else await expect(save).rejects.toThrow("moveNotAllowed");
  });
});

describe("submitting", () => {
  test("fixes the address, leaves an event and a notice in the owner's language", async () => {
    const mark = crypto.randomUUID().slice(0, 8);
    const { id } = await make({
      slug: `draft-${mark}00`,
      title: { fr: `Soie ${mark}`, zh: "丝绸" },
    });
    await run(submitProject, owner, id);
    const { slug, moderation } = await read(id);
    expect([slug, moderation]).toEqual([`soie-${mark}`, "submitted"]);
    expect(await eventsOf(id)).toEqual(["project.submitted owner"]);
    expect((await toldTo(owner)).at(-1)).toMatchObject({
      kind: "projectSubmitted",
      locale: "zh",
      data: { title: "丝绸", to: `/projects/${slug}` },
    });
  });

  test("two drafts with one title at once get two addresses", async () => {
    const mark = crypto.randomUUID().slice(0, 8);
    const drafts = await Promise.all(
      [1, 2, 3].map((n) => make({ slug: `draft-${mark}0${n}`, title: { fr: `Thé ${mark}` } })),
    );
    await Promise.all(drafts.map(({ id }) => run(submitProject, owner, id)));
    const slugs = await Promise.all(drafts.map(async ({ id }) => (await read(id)).slug));
    expect(new Set(slugs).size).toBe(3);
    expect(slugs).toContain(`the-${mark}`);
  });

  test("takes what the first page asks, and no more", async () => {
    const bare = { kind: null, teaser: {}, sectors: [], summary: {} };
    const { id } = await make(bare);
    await run(submitProject, owner, id);
    expect((await read(id)).moderation).toBe("submitted");
  });

  test.each<[string, Values, { code: string; field: string }]>([
    ["no offer", { offered: { en: "Only here" } }, { code: "originalNeeded", field: "offered.fr" }],
    ["no type", { profileType: null }, { code: "notChosen", field: "profileType" }],
    ["a day gone by", { deadline: "2020-01-01" }, { code: "dayPassed", field: "deadline" }],
    [
      "the owner's name",
      { teaser: { fr: "Par Montclair" } },
      { code: "identifiesOwner", field: "teaser.fr" },
    ],
  ])("refuses %s, on the field", async (_, values, refusal) => {
    const { id } = await make(values);
    await expect(run(submitProject, owner, id)).rejects.toMatchObject(refusal);
    expect((await read(id)).moderation).toBe("draft");
  });
});

describe("the owner's verbs leave an event, refuse others and the loser of a race", () => {
  test.each<[string, Verb, Values, string, string]>([
    ["submit", submitProject, {}, "submitted", "project.submitted"],
    ["withdraw", withdrawProject, { moderation: "published" }, "withdrawn", "project.withdrawn"],
    ["reopen", reopenProject, { moderation: "withdrawn" }, "draft", "project.reopened"],
    ["archive", archiveProject, { moderation: "refused" }, "archived", "project.archived"],
  ])("%s", async (_, verb, values, state, event) => {
    const { id } = await make(values);
    for (const stranger of [other, moderator]) {
      await expect(run(verb, stranger, id)).rejects.toThrow("notFound");
    }
    const suspended = { ...owner, status: "suspended" as const };
    await expect(run(verb, suspended, id)).rejects.toThrow("moveNotAllowed");
    const outcomes = await Promise.allSettled([run(verb, owner, id), run(verb, owner, id)]);
    const lost = outcomes.find((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "conflict" });
    expect((await read(id)).moderation).toBe(state);
    expect(await eventsOf(id)).toEqual([`${event} owner`]);
  });

  test("a project that does not exist", async () => {
    await expect(run(withdrawProject, owner, crypto.randomUUID())).rejects.toThrow("notFound");
  });

  test.each([withdrawProject, archiveProject])("%o takes the open edit along", async (verb) => {
    const { id } = await make({ moderation: "published" });
    await transaction((tx) =>
      tx.insert(entryRevisions).values({ entryId: id, state: "submitted", content: {} }),
    );
    await run(verb, owner, id);
    const [row] = await query((db) =>
      db
        .select({ state: entryRevisions.state })
        .from(entryRevisions)
        .where(eq(entryRevisions.entryId, id)),
    );
    expect(row?.state).toBe("withdrawn");
  });
});

describe("progress", () => {
  const set = (viewer: Member, id: string, progress: ProgressState, version = 1) =>
    transaction((tx) =>
      setProgress(tx, viewer, { projectId: id, version, progress, acceptingInterests: false }),
    );

  test("moves as listed, with an event", async () => {
    const { id } = await make({ moderation: "published", progress: "seeking-partners" });
    await expect(set(other, id, "paused")).rejects.toThrow("notFound");
    await set(owner, id, "paused");
    await expect(set(owner, id, "completed", 2)).rejects.toThrow("moveNotAllowed");
    await expect(set(owner, id, "seeking-partners", 1)).rejects.toThrow("conflict");
    expect(await read(id)).toMatchObject({ progress: "paused", acceptingInterests: false });
    expect(await eventsOf(id)).toEqual(["project.progress-set owner"]);
  });

  test("waits for publication", async () => {
    const { id } = await make();
    await expect(set(owner, id, "idea")).rejects.toThrow("moveNotAllowed");
  });
});
