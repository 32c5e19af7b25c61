import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import type { EntryInsert } from "@/db/entry-rows";
import { MEMBERSHIP_STATUSES, MODERATION_STATES } from "@/db/enums";
import { makeAccount, makeMember, makeProject } from "@/db/factories";
import { affiliations } from "@/db/schema/affiliations";
import { entryRevisions } from "@/db/schema/entries";
import { memberContacts } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import {
  getDossier,
  getRevisionDossier,
  listSubmittedEntries,
  listSubmittedRevisions,
} from "@/lib/moderation/dossiers.queries";
import { listPublishedProjects } from "./listing.queries";
import { getOwnProject, listOwnProjects } from "./owned.queries";
import { readProjectFilters } from "./project-filters";
import { getProject } from "./queries";
import { buildProjectSearch } from "./search-text";

type Viewer = Awaited<ReturnType<typeof makeAccount>>;
type Values = Partial<EntryInsert<"project">>;

/** A word of this run, so that the lists of other suites do not disturb. */
const mark = `zq${crypto.randomUUID().slice(0, 8)}`;
const secret = (name: string) => `canary${name}${mark}`;

let owner: Awaited<ReturnType<typeof makeMember>>;
let member: Viewer;
let moderator: Viewer;
let pending: Viewer;

const texts = {
  title: { fr: `Soie ${mark}`, zh: "丝绸合作" },
  teaser: { fr: "Deux ateliers à Hangzhou" },
  summary: { fr: secret("summary") },
  offered: { en: secret("offered") },
  sought: { zh: secret("sought") },
  advantages: { fr: secret("advantages") },
  partnerTask: { fr: secret("task") },
};

const content = {
  ...texts,
  kind: "group-purchasing",
  sectors: ["energy"],
  cities: ["hangzhou"],
  textLevel: "members" as const,
};

/** As in a club where enough people fit. */
const searchOf = (whole: typeof content) =>
  buildProjectSearch(
    { ...whole, ownerLevel: "members" },
    { sectors: whole.sectors, places: whole.cities },
    true,
  );

const make = (ownerId: string, values: Values = {}) =>
  transaction((tx) =>
    makeProject(tx, ownerId, {
      ...content,
      ...searchOf(content),
      moderation: "published",
      publishedAt: new Date(),
      ...values,
    }),
  );

beforeAll(async () => {
  await transaction(async (tx) => {
    const names = {
      familyName: secret("family"),
      givenName: secret("given"),
      nameZh: secret("zh"),
    };
    owner = await makeMember(
      tx,
      { ...names, slug: secret("slug").toLowerCase() },
      { email: `${secret("mail")}@example.org` },
    );
    member = await makeMember(tx);
    moderator = await makeAccount(tx, { role: "moderator" });
    pending = await makeMember(tx, {}, { status: "pending" });
    const [organisation] = await tx
      .insert(organisations)
      .values({
        slug: mark,
        name: { fr: secret("organisation") },
        kind: "sme",
        place: "lyon-4",
        website: `https://${secret("site")}`,
      })
      .returning({ id: organisations.id });
    if (!organisation) throw new Error("no organisation was made");
    await tx
      .insert(affiliations)
      .values({ memberId: owner.memberId, organisationId: organisation.id });
    await tx
      .update(memberContacts)
      .set({ phone: secret("phone"), wechat: secret("wechat") })
      .where(eq(memberContacts.memberId, owner.memberId));
  });
});

afterAll(closeDatabase);

const list = (viewer: Viewer | null, asked: Record<string, string | string[]> = {}) =>
  listPublishedProjects(viewer, readProjectFilters({ q: mark, ...asked }));

describe("what a visitor gets", () => {
  test("holds no private string, in the list and on the page", async () => {
    const { slug } = await make(owner.memberId);
    for (const viewer of [null, pending]) {
      const page = await getProject(viewer, slug);
      expect(page).toMatchObject({ full: null, isOwn: false });
      const payload = JSON.stringify([page, await list(viewer)]);
      expect(payload).toContain(mark);
      expect(payload).not.toContain("canary");
      expect(payload).not.toContain(owner.accountId);
      expect(payload).not.toContain(owner.memberId);
      expect(JSON.stringify(page?.teaser)).not.toMatch(/ownerKind|sme|lyon/);
    }
  });

  test("finds nothing by what it does not hold", async () => {
    await make(owner.memberId);
    for (const name of ["summary", "offered", "sought", "advantages", "task"]) {
      expect((await list(null, { q: secret(name) })).total).toBe(0);
      expect((await list(pending, { q: secret(name) })).total).toBe(0);
      expect((await list(member, { q: secret(name) })).total).toBeGreaterThan(0);
    }
    for (const name of ["family", "given", "organisation", "mail", "phone"]) {
      expect((await list(member, { q: secret(name) })).total).toBe(0);
    }
  });
});

describe("what a member gets", () => {
  test("the full text and the visible owner, no contact", async () => {
    const { slug } = await make(owner.memberId);
    const page = await getProject(member, slug);
    const payload = JSON.stringify(page);
    for (const name of [
      "summary",
      "offered",
      "sought",
      "advantages",
      "task",
      "family",
      "organisation",
    ]) {
      expect(payload).toContain(secret(name));
    }
    for (const name of ["mail", "phone", "wechat", "site"])
      expect(payload).not.toContain(secret(name));
  });

  test("a state that is not published is the owner's alone", async () => {
    for (const moderation of MODERATION_STATES.filter((state) => state !== "published")) {
      const { slug } = await make(owner.memberId, { moderation });
      for (const viewer of [null, pending, member, moderator]) {
        expect(await getProject(viewer, slug)).toBeNull();
      }
      expect(await getProject(owner, slug)).toMatchObject({ isOwn: true, full: {} });
    }
  });

  test.each(MEMBERSHIP_STATUSES.filter((status) => !["active", "lapsed"].includes(status)))(
    "the projects of a %s owner are out of sight",
    async (status) => {
      const gone = await transaction((tx) => makeMember(tx, {}, { status }));
      const { slug } = await make(gone.memberId);
      for (const viewer of [null, pending, member]) {
        expect(await getProject(viewer, slug)).toBeNull();
        expect((await list(viewer)).cards.map((card) => card.slug)).not.toContain(slug);
      }
      expect(await getProject(moderator, slug)).toMatchObject({ isOwn: false });
      expect(await getProject(gone, slug)).toMatchObject({ isOwn: true });
    },
  );

  test.each(["a\0b", "x".repeat(300), "é", "..", ""])("address %j is no project", async (slug) => {
    expect(await getProject(member, slug)).toBeNull();
  });
});

describe("one's own and the club team's", () => {
  test("own projects in every state, nobody else's", async () => {
    const { slug } = await make(owner.memberId, { moderation: "draft" });
    expect((await listOwnProjects(owner)).map((row) => row.slug)).toContain(slug);
    expect(await listOwnProjects(member)).toEqual([]);
    expect(await getOwnProject(owner, slug, "fr")).toMatchObject({
      slug,
      revision: null,
      answer: null,
    });
    expect(await getOwnProject(member, slug, "fr")).toBeNull();
    expect(await getOwnProject(moderator, slug, "fr")).toBeNull();
  });

  test("dossiers are for the club team, from the submission on", async () => {
    const { id } = await make(owner.memberId, { moderation: "submitted", submittedAt: new Date() });
    expect(await getDossier(moderator, "project", id)).toMatchObject({
      isOwn: false,
      content: { summary: texts.summary },
      owner: { familyName: secret("family"), accountId: owner.accountId },
    });
    for (const viewer of [null, member, owner])
      expect(await getDossier(viewer, "project", id)).toBeNull();
    expect((await listSubmittedEntries(moderator)).map((row) => row.id)).toContain(id);
    expect(await listSubmittedEntries(member)).toEqual([]);
    const draft = await make(owner.memberId, { moderation: "draft" });
    expect(await getDossier(moderator, "project", draft.id)).toBeNull();
  });

  test("an edit stands beside the live text", async () => {
    const { id } = await make(owner.memberId);
    const edit = { ...content, title: { fr: "Nouveau" } };
    const [row] = await transaction((tx) =>
      tx
        .insert(entryRevisions)
        .values({
          entryId: id,
          state: "submitted",
          content: edit,
          submittedAt: new Date(),
        })
        .returning({ id: entryRevisions.id }),
    );
    const revisionId = row?.id ?? "";
    expect(await getRevisionDossier(moderator, revisionId)).toMatchObject({
      live: { title: texts.title },
      proposed: { title: { fr: "Nouveau" } },
    });
    expect(await getRevisionDossier(owner, revisionId)).toBeNull();
    expect((await listSubmittedRevisions(moderator)).map(({ id }) => id)).toContain(revisionId);
    expect(await listSubmittedRevisions(owner)).toEqual([]);
  });
});
