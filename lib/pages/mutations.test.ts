import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { makePage } from "@/db/page-factory";
import { auditEvents } from "@/db/schema/audit";
import { entries } from "@/db/schema/entries";
import { entryVersions } from "@/db/schema/entry-parts";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { addDays, today } from "@/lib/core/dates";
import { getHistory } from "@/lib/entries/history.queries";
import { getOwnEntry } from "@/lib/entries/own.queries";
import { restoreVersion } from "@/lib/entries/restoring.mutations";
import { proposeRevision, submitRevision } from "@/lib/entries/revisions.mutations";
import { closeEntry, reopenEntry, saveEntry } from "@/lib/entries/verbs.mutations";
import { putBack, takeDown } from "@/lib/moderation/take-downs.mutations";
import { getPageInForce, getPageToCome } from "./in-force.queries";
import { startPage, submitPage } from "./mutations";
import { PAGE_VERBS } from "./noun.queries";
import { CLUB_PAGES, type ClubPage, PAGES, type PageContent } from "./page";
import { getPage, listStandings } from "./queries";

let administrator: Viewer;
let moderator: Viewer;
let member: Viewer;

beforeAll(() =>
  transaction(async (tx) => {
    administrator = (await makeAccount(tx, { role: "administrator" })) as Viewer;
    moderator = await makeMember(tx, {}, { role: "moderator" });
    member = await makeMember(tx);
  }),
);

afterAll(closeDatabase);

const as = <Given, Input>(
  viewer: Viewer,
  verb: (tx: Transaction, who: Viewer, input: Input) => Given,
  input: Input,
) => transaction(async (tx) => verb(tx, viewer, input));

const withdraw = (tx: Transaction, viewer: Viewer, input: { id: string; version: number }) =>
  closeEntry(tx, viewer, PAGE_VERBS, { ...input, to: "withdrawn" });

const DAY = today();
const LATER = addDays(DAY, 30);

/** A page of the club that is online under an address of this test alone. */
async function online(values: Parameters<typeof makePage>[1] = {}) {
  const { id, version, slug } = await transaction((tx) => makePage(tx, values));
  await as(administrator, submitPage, { id, version });
  return { id, page: slug as ClubPage };
}

/** Another text in its place, as an administrator writes it: the day and the words that change. */
async function republish(id: string, content: Partial<PageContent>) {
  const [row] = await query((db) =>
    db.select({ version: entries.version }).from(entries).where(eq(entries.id, id)),
  );
  const edit = { id, revisionId: null, version: row?.version ?? 0, content };
  const { revisionId, version } = await transaction((tx) =>
    proposeRevision(tx, administrator, PAGE_VERBS, edit),
  );
  return transaction((tx) =>
    submitRevision(tx, administrator, PAGE_VERBS, { revisionId, version }),
  );
}

/** A page whose texts were put online so many days ago, each with its day: kept lines cannot be dated back, so they are written. */
async function longOnline(
  texts: { lead: string; daysAgo: number; effectiveOn: string }[],
  cause: "revised" | "published" = "revised",
) {
  const { id, slug } = await transaction((tx) => makePage(tx, { moderation: "published" }));
  const rows = texts.map(({ lead, daysAgo, effectiveOn }, index) => ({
    ...{ entryId: id, number: index + 1, cause },
    content: { originalLocale: "fr", lead: { fr: lead }, effectiveOn },
    createdAt: new Date(Date.now() - daysAgo * 86_400_000),
  }));
  await query((db) => db.insert(entryVersions).values(rows));
  return slug as ClubPage;
}

const said = async (page: ClubPage, day: string) => {
  const [now, next] = [await getPageInForce(page, day), await getPageToCome(page, day)];
  return [now && [now.number, now.content.lead.fr], next && [next.number, next.content.lead.fr]];
};

describe("a page of the club", () => {
  test("is begun from the portal's text by administrators, once, and by nobody else", async () => {
    const { id, slug } = await as(administrator, startPage, { page: "accessibility" });
    const again = await as(administrator, startPage, { page: "accessibility" });
    expect([slug, again]).toEqual(["accessibility", { id, slug }]);
    const own = await getOwnEntry(administrator, PAGES, slug, "fr");
    expect(own?.content.body).toEqual({
      fr: expect.stringContaining("{contact}"),
      en: expect.stringContaining("## Report a difficulty"),
      zh: expect.stringContaining("## 反馈问题"),
    });
    const events = await query((db) =>
      db.select({ name: auditEvents.name }).from(auditEvents).where(eq(auditEvents.subjectId, id)),
    );
    expect(events).toEqual([{ name: "page.drafted" }]);
    const standings = await listStandings(administrator, DAY);
    expect(standings.map(({ page }) => page)).toEqual(CLUB_PAGES);
    expect(standings).toContainEqual({
      ...{ page: slug, since: undefined, from: undefined },
      own: { page: slug, moderation: "draft", isHidden: false, isEdited: false },
    });
    expect(await getPageInForce("accessibility", DAY)).toBeNull();
    for (const viewer of [moderator, member]) {
      for (const page of CLUB_PAGES) {
        const started = as(viewer, startPage, { page });
        await expect(started).rejects.toMatchObject({ code: "notFound" });
      }
      const seen = await listStandings(viewer, DAY);
      expect(seen.map(({ own }) => own)).toEqual(CLUB_PAGES.map(() => null));
      expect(await getOwnEntry(viewer, PAGES, slug, "fr")).toBeNull();
      expect(await getPage(viewer, slug)).toBeNull();
      expect(await getHistory(viewer, PAGES, slug)).toBeNull();
    }
  });

  test("is begun once by two administrators at the same moment", async () => {
    const both = await Promise.all([
      as(administrator, startPage, { page: "about" }),
      as(administrator, startPage, { page: "about" }),
    ]);
    expect(both[0]).toEqual(both[1]);
    const { id } = await as(administrator, startPage, { page: "accessibility" });
    expect(both[0].id).not.toBe(id);
  });

  test.each([
    [{ effectiveOn: addDays(DAY, -1) }, "effectiveOn", "dayPassed"],
    [{ effectiveOn: null }, "effectiveOn", "required"],
    [{ body: { fr: "{adresse}" } }, "body.fr", "valueUnknown"],
    [{ body: { en: "Text" } }, "body.fr", "originalNeeded"],
    [{ lead: { fr: "Nous.", zh: "{" } }, "lead.zh", "valueUnknown"],
  ])("stays a draft with %j: %s %s", async (values, field, code) => {
    const { id, version } = await transaction((tx) => makePage(tx, values));
    const submitted = as(administrator, submitPage, { id, version });
    await expect(submitted).rejects.toMatchObject({ code, field });
  });
});

describe("in force", () => {
  test("is the portal's text, until the day of the club's own has come", async () => {
    const { page } = await online({ lead: { fr: "Un" }, effectiveOn: LATER });
    expect(await said(page, DAY)).toEqual([null, [1, "Un"]]);
    expect(await said(page, addDays(LATER, -1))).toEqual([null, [1, "Un"]]);
    expect(await said(page, LATER)).toEqual([[1, "Un"], null]);
    const { effectiveOn } = (await getPageInForce(page, LATER)) ?? {};
    expect(effectiveOn).toBe(LATER);
  });

  test("stays what was before as long as the next is to come", async () => {
    const { id, page } = await online({ lead: { fr: "Un" } });
    expect(await said(page, DAY)).toEqual([[1, "Un"], null]);
    await republish(id, { lead: { fr: "Deux" }, effectiveOn: LATER });
    expect(await said(page, DAY)).toEqual([
      [1, "Un"],
      [2, "Deux"],
    ]);
    expect(await said(page, LATER)).toEqual([[2, "Deux"], null]);
  });

  test("says which of its translations are older than the original", async () => {
    const lead = { fr: "Un.", zh: "一。" };
    const { id, page } = await online({ lead });
    await republish(id, { lead: { ...lead, fr: "Deux." }, effectiveOn: LATER });
    const stale = async (day: string) => (await getPageInForce(page, day))?.stale;
    expect([await stale(DAY), await stale(LATER)]).toEqual([{}, { lead: ["zh"] }]);
  });

  test("never was what the next replaced before its day: it has no number", async () => {
    const { id, page } = await online({ lead: { fr: "Un" } });
    await republish(id, { lead: { fr: "Deux" }, effectiveOn: LATER });
    const after = addDays(LATER, 30);
    await republish(id, { lead: { fr: "Trois" }, effectiveOn: after });
    expect(await said(page, LATER)).toEqual([
      [1, "Un"],
      [2, "Trois"],
    ]);
    expect(await said(page, after)).toEqual([[2, "Trois"], null]);
  });

  test("is replaced when the next is put online, however long that waited", async () => {
    const { id, version } = await transaction((tx) => makePage(tx));
    const waited = transaction(async (tx) => {
      await tx.execute(sql`select pg_sleep(0.05)`);
      await submitPage(tx, administrator, { id, version });
      const isLater = sql<boolean>`${entryVersions.createdAt} >= now() + interval '50 ms'`;
      return tx.select({ isLater }).from(entryVersions).where(eq(entryVersions.entryId, id));
    });
    expect(await waited).toEqual([{ isLater: true }]);
  });

  test("was what is replaced on its own day or later, by the clock of Lyon", async () => {
    const { id, page: now } = await online({ lead: { fr: "Un" } });
    await republish(id, { lead: { fr: "Deux" }, effectiveOn: DAY });
    expect(await said(now, DAY)).toEqual([[2, "Deux"], null]);
    const page = await longOnline([
      { lead: "Un", daysAgo: 40, effectiveOn: addDays(DAY, -30) },
      { lead: "Jamais", daysAgo: 20, effectiveOn: addDays(DAY, -10) },
      { lead: "Deux", daysAgo: 11, effectiveOn: addDays(DAY, -5) },
      { lead: "Trois", daysAgo: 3, effectiveOn: addDays(DAY, 3) },
    ]);
    expect(await said(page, DAY)).toEqual([
      [2, "Deux"],
      [3, "Trois"],
    ]);
  });
});

describe("an older text of a page", () => {
  test("counts once it is online again", async () => {
    const { id, page } = await online({ lead: { fr: "Un" } });
    await republish(id, { lead: { fr: "Deux" }, effectiveOn: DAY });
    const own = await getOwnEntry(administrator, PAGES, page, "fr");
    const { slug } = await transaction((tx) =>
      restoreVersion(tx, administrator, PAGE_VERBS, {
        ...{ id, number: 1, revisionId: null },
        version: own?.version ?? 0,
      }),
    );
    expect(await said(page, DAY)).toEqual([[2, "Deux"], null]);
    const edit = (await getOwnEntry(administrator, PAGES, slug, "fr"))?.revision;
    await transaction((tx) =>
      submitRevision(tx, administrator, PAGE_VERBS, {
        revisionId: edit?.id ?? "",
        version: edit?.version ?? 0,
      }),
    );
    expect(await said(page, DAY)).toEqual([[3, "Un"], null]);
    const versions = (await getHistory(administrator, PAGES, page))?.versions;
    expect(versions?.map(({ cause }) => cause)).toEqual([
      "revised",
      "restored",
      "revised",
      "published",
    ]);
  });

  test("is the portal's again once the club's is withdrawn or taken down", async () => {
    const { id, page } = await online({ lead: { fr: "Un" } });
    const key = { kind: "page", id } as const;
    const hide = { ...key, reasonCode: "misleading", words: "" };
    await expect(as(moderator, takeDown, hide)).rejects.toMatchObject({ code: "moveNotAllowed" });
    await as(administrator, takeDown, hide);
    expect(await said(page, DAY)).toEqual([null, null]);
    const show = { ...key, words: "" };
    await expect(as(moderator, putBack, show)).rejects.toMatchObject({ code: "moveNotAllowed" });
    await as(administrator, putBack, show);
    expect(await said(page, DAY)).toEqual([[1, "Un"], null]);
    const { version = 0 } = (await getOwnEntry(administrator, PAGES, page, "fr")) ?? {};
    await as(administrator, withdraw, { id, version });
    expect(await said(page, DAY)).toEqual([null, null]);
  });

  test("does not come back by itself with what is put online after it was withdrawn", async () => {
    const { id, page } = await online({ lead: { fr: "Un" } });
    const now = async () => {
      const { version = 0 } = (await getOwnEntry(administrator, PAGES, page, "fr")) ?? {};
      return { id, version };
    };
    await as(administrator, withdraw, await now());
    const withdrawn = await now();
    await transaction((tx) => reopenEntry(tx, administrator, PAGE_VERBS, withdrawn));
    const given = { ...(await now()), content: { lead: { fr: "Deux" }, effectiveOn: LATER } };
    await transaction((tx) => saveEntry(tx, administrator, PAGE_VERBS, given));
    await as(administrator, submitPage, await now());
    expect(await said(page, DAY)).toEqual([null, [2, "Deux"]]);
    expect(await said(page, LATER)).toEqual([[2, "Deux"], null]);
    await republish(id, { lead: { fr: "Trois" }, effectiveOn: addDays(LATER, 9) });
    expect(await said(page, LATER)).toEqual([null, [2, "Trois"]]);
  });

  test("does not come back either where it was withdrawn before its day", async () => {
    const texts = [
      { lead: "Jamais", daysAgo: 30, effectiveOn: addDays(DAY, -20) },
      { lead: "Deux", daysAgo: 10, effectiveOn: addDays(DAY, 3) },
    ];
    const page = await longOnline(texts, "published");
    expect(await said(page, DAY)).toEqual([null, [2, "Deux"]]);
  });

  test("an edit of a text whose day has passed needs another day, and an older form is a conflict", async () => {
    const { id, page } = await online({ lead: { fr: "Un" } });
    const past = republish(id, { effectiveOn: addDays(DAY, -1) });
    await expect(past).rejects.toMatchObject({ code: "dayPassed", field: "effectiveOn" });
    const again = republish(id, { effectiveOn: LATER });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    expect(await said(page, DAY)).toEqual([[1, "Un"], null]);
  });
});
