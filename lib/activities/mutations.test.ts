import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeActivity, makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn, mailsTo } from "@/db/read-back";
import { activities } from "@/db/schema/activities";
import { today } from "@/lib/core/dates";
import {
  type ActivityChange,
  addActivity,
  changeActivity,
  confirmActivity,
  removeActivity,
} from "./mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Values = Parameters<typeof makeActivity>[2];

let owner: Member;
let other: Member;
let manager: Member;
let organisation: { id: string };
let foreign: { id: string };

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx, {}, { locale: "zh" });
    other = await makeMember(tx);
    manager = await makeMember(tx);
    organisation = await makeOrganisation(tx, {}, [manager, owner]);
    foreign = await makeOrganisation(tx, {}, [other]);
  });
});

afterAll(closeDatabase);

const content: ActivityChange & { visibility: "members" } = {
  kind: "export",
  direction: "lyon-to-china",
  stage: "operating",
  organisationId: null,
  headcountBand: null,
  partner: "Nansha Tea",
  sectors: ["energy"],
  cities: ["guangzhou"],
  since: 2019,
  until: null,
  originalLocale: "fr",
  title: { fr: "Thé", en: "Tea" },
  summary: { fr: "Deux récoltes", en: "Two harvests" },
  visibility: "members",
};

const { visibility: _, organisationId: __, ...edited } = content;

const make = (values?: Values, memberId = owner.memberId) =>
  transaction((tx) => makeActivity(tx, memberId, values));

async function read(id: string) {
  const [row] = await query((db) =>
    db
      .select({
        slug: activities.slug,
        memberId: activities.memberId,
        organisationId: activities.organisationId,
        visibility: activities.visibility,
        since: activities.since,
        stale: activities.stale,
        confirmedOn: activities.confirmedOn,
        remindedAt: activities.remindedAt,
        version: activities.version,
        searchText: activities.searchText,
        searchMembers: activities.searchMembers,
      })
      .from(activities)
      .where(eq(activities.id, id)),
  );
  return row;
}

type Change = Partial<ActivityChange>;

const change = (viewer: Member, activityId: string, values: Change = {}, version = 1) =>
  transaction((tx) =>
    changeActivity(tx, viewer, { activityId, version, content: { ...edited, ...values } }),
  );

describe("addActivity", () => {
  const add = (viewer: Member, values: Change = {}) =>
    transaction((tx) => addActivity(tx, viewer, { ...content, ...values }));
  const bySlug = async (slug: string) => {
    const [row] = await query((db) =>
      db.select({ id: activities.id }).from(activities).where(eq(activities.slug, slug)),
    );
    return row?.id ?? "";
  };

  test("adds it, confirmed today, searchable, with its event", async () => {
    const { slug } = await add(owner, { organisationId: organisation.id });
    const id = await bySlug(slug);
    const row = await read(id);
    expect(row).toMatchObject({
      memberId: owner.memberId,
      organisationId: organisation.id,
      confirmedOn: today(),
      visibility: "members",
      version: 1,
    });
    expect(row?.searchText).toContain(" guangzhou ");
    expect(row?.searchText).not.toContain("nansha");
    expect(row?.searchMembers).toContain(" nansha ");
    expect(await eventsOn(id)).toEqual(["activity.added"]);
  });

  test("takes its address from the title; a second one of the same title gets its own", async () => {
    const title = { fr: "Économie", zh: `茶叶${crypto.randomUUID().slice(0, 6)}` };
    const first = await add(owner, { title, originalLocale: "zh" });
    const second = await add(owner, { title, originalLocale: "zh" });
    expect(first.slug).toMatch(/^cha-ye-/);
    expect(second.slug).toMatch(new RegExp(`^${first.slug}-[0-9a-f]{4}$`));
    expect((await add(owner, { title: { fr: "New" } })).slug).not.toBe("new");
    expect((await add(owner, { title: { fr: "♥" } })).slug).toMatch(/^activity-[0-9a-f]{6}$/);
  });

  test("twenty of one title at once all find an address", async () => {
    const title = { fr: `Ensemble ${crypto.randomUUID().slice(0, 6)}` };
    const slugs = await Promise.all(Array.from({ length: 20 }, () => add(owner, { title })));
    expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(20);
  });

  test("for an organisation one does not belong to is refused on its field", async () => {
    const adding = add(owner, { organisationId: foreign.id });
    await expect(adding).rejects.toMatchObject({
      code: "notYourOrganisation",
      field: "organisationId",
    });
  });

  test("needs an active account with a profile", async () => {
    const account = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
    const suspended = await transaction((tx) => makeMember(tx, {}, { status: "suspended" }));
    await expect(add(suspended)).rejects.toMatchObject({ code: "notFound" });
    await expect(add(account as Member)).rejects.toMatchObject({ code: "notFound" });
  });

  test("the database refuses an end before the beginning, too", async () => {
    await expect(add(owner, { since: 2019, until: 2018 })).rejects.toThrow();
  });
});

describe("changeActivity", () => {
  test("replaces the content, confirms it and leaves an event", async () => {
    const reminded = { confirmedOn: "2024-01-01", remindedAt: new Date(), searchText: " old " };
    const { id, slug } = await make(reminded);
    expect(await change(owner, id, { since: 2020 })).toEqual({ slug });
    expect(await read(id)).toMatchObject({
      since: 2020,
      confirmedOn: today(),
      remindedAt: null,
      version: 2,
    });
    expect((await read(id))?.searchText).toContain(" guangzhou ");
    expect(await eventsOn(id)).toEqual(["activity.changed"]);
  });

  test("marks translations that became older than their original, field by field", async () => {
    const { id } = await make({ title: edited.title, summary: edited.summary });
    await change(owner, id, { summary: { fr: "Trois récoltes", en: "Two harvests" } });
    expect((await read(id))?.stale).toEqual({ summary: ["en"] });
    await transaction((tx) =>
      changeActivity(tx, owner, {
        activityId: id,
        version: 2,
        content: { ...edited, summary: { fr: "Trois récoltes", en: "Two harvests" } },
        confirmed: ["summary.en"],
      }),
    );
    expect((await read(id))?.stale).toEqual({});
  });

  test("moves it between one's own organisations only", async () => {
    const { id } = await make();
    const moving = change(owner, id, { organisationId: foreign.id });
    await expect(moving).rejects.toMatchObject({ field: "organisationId" });
    await change(owner, id, { organisationId: organisation.id });
    expect((await read(id))?.organisationId).toBe(organisation.id);
  });

  test("keeps the organisation one has left, until another is chosen", async () => {
    const left = await transaction((tx) => makeOrganisation(tx));
    const { id } = await make({ organisationId: left.id });
    await change(owner, id, { organisationId: left.id });
    await change(owner, id, { organisationId: null }, 2);
    await expect(change(owner, id, { organisationId: left.id }, 3)).rejects.toMatchObject({
      code: "notYourOrganisation",
    });
  });

  test("a manager changes the text, never whose it is nor who sees it", async () => {
    const { id } = await make({ organisationId: organisation.id });
    await change(manager, id, { since: 2015 });
    expect(await read(id)).toMatchObject({
      since: 2015,
      organisationId: organisation.id,
      visibility: "members",
    });
    for (const values of [{ visibility: "public" }, { organisationId: null }] as const) {
      await expect(change(manager, id, values, 2)).rejects.toMatchObject({ code: "notFound" });
    }
  });
});

test("confirmActivity renews the date and lets a new reminder come", async () => {
  const { id, slug } = await make({ confirmedOn: "2024-02-29", remindedAt: new Date() });
  const place = { activityId: id, version: 1 };
  expect(await transaction((tx) => confirmActivity(tx, owner, place))).toEqual({ slug });
  expect(await read(id)).toMatchObject({ confirmedOn: today(), remindedAt: null, version: 1 });
  expect(await eventsOn(id)).toEqual(["activity.confirmed"]);
});

describe("removeActivity", () => {
  const remove = (viewer: Member, activityId: string) =>
    transaction((tx) => removeActivity(tx, viewer, { activityId, version: 1 }));

  test("by its member is quiet", async () => {
    const { id } = await make();
    const before = (await mailsTo(owner)).length;
    expect(await remove(owner, id)).toEqual({ isOwn: true });
    expect(await read(id)).toBeUndefined();
    expect(await eventsOn(id)).toEqual(["activity.removed"]);
    expect(await mailsTo(owner)).toHaveLength(before);
  });

  test("by a manager is told to its member in their language", async () => {
    const title = { fr: "Thé", zh: `茶${crypto.randomUUID()}` };
    const { id } = await make({ organisationId: organisation.id, title });
    expect(await remove(manager, id)).toEqual({ isOwn: false });
    const sent = await mailsTo(owner);
    expect(sent.filter(({ data }) => data?.title === title.zh)).toMatchObject([
      { kind: "activityRemoved", locale: "zh" },
    ]);
  });
});
