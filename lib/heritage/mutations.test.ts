import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { makeHeritage } from "@/db/heritage-factory";
import { eventsOn } from "@/db/read-back";
import { entryRevisions } from "@/db/schema/entries";
import { heritage } from "@/db/schema/heritage";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { getHistory } from "@/lib/entries/history.queries";
import { getOwnEntry } from "@/lib/entries/own.queries";
import { proposeRevision, submitRevision } from "@/lib/entries/revisions.mutations";
import { saveEntry } from "@/lib/entries/verbs.mutations";
import { HERITAGE } from "./heritage";
import { startHeritage, submitHeritage } from "./mutations";
import { HERITAGE_VERBS } from "./noun.queries";
import { getHeritageItem, listUnsettled } from "./queries";

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

const make = (values?: Parameters<typeof makeHeritage>[1]) =>
  transaction((tx) => makeHeritage(tx, values));

const save = (tx: Transaction, viewer: Viewer, input: Parameters<typeof saveEntry>[3]) =>
  saveEntry(tx, viewer, HERITAGE_VERBS, input);

const begun = { originalLocale: "fr" as const, title: { fr: "Une date nouvelle" } };

describe("an item of the century", () => {
  test("is begun by administrators, by nobody else", async () => {
    const { id, slug } = await as(administrator, startHeritage, begun);
    expect(await eventsOn(id)).toEqual(["heritage.drafted"]);
    expect((await listUnsettled(administrator)).map((one) => one.slug)).toContain(slug);
    expect(await getHeritageItem(moderator, slug)).toBeNull();
    for (const viewer of [moderator, member]) {
      await expect(as(viewer, startHeritage, begun)).rejects.toMatchObject({ code: "notFound" });
      expect(await listUnsettled(viewer)).toEqual([]);
    }
  });

  test("is kept from whoever is no administrator, also by its address", async () => {
    const { id, slug } = await make({ moderation: "published" });
    for (const viewer of [moderator, member]) {
      expect(await getOwnEntry(viewer, HERITAGE, slug, "fr")).toBeNull();
      const proposed = as(viewer, propose, { id, content: { starts: "1989" } });
      await expect(proposed).rejects.toMatchObject({ code: "notFound" });
    }
    expect(await getHistory(member, HERITAGE, slug)).toBeNull();
  });

  test.each([
    [{ sources: [] }, "sources", "required"],
    [{ starts: null }, "starts", "required"],
    [{ starts: "1988", ends: "1921" }, "ends", "endsBeforeStart"],
    [{ starts: "1988-02", ends: "1988-01-31" }, "ends", "endsBeforeStart"],
    [{ part: "figure" }, "figure", "required"],
    [{ status: null }, "status", "notChosen"],
    [{ leadsTo: "/somewhere" }, "leadsTo", "leadsNowhere"],
  ])("%j is not published: %s, %s", async (values, field, code) => {
    const { id } = await make(values);
    const handedIn = as(administrator, submitHeritage, { id, version: 1 });
    await expect(handedIn).rejects.toMatchObject({ field, code });
  });

  test("goes online at once", async () => {
    const { id } = await make({ leadsTo: "/activities?city=guangzhou" });
    await as(administrator, save, { id, version: 1, content: { ends: "1990" } });
    const { slug, isOnline } = await as(administrator, submitHeritage, { id, version: 2 });
    expect(isOnline).toBe(true);
    expect(await getHeritageItem(null, slug)).toMatchObject({ starts: "1988", ends: "1990" });
  });

  test("is corrected at once, and its history has both texts", async () => {
    const { id, slug } = await make({ moderation: "published", fromSeed: true });
    const title = { fr: "Jumelage signé" };
    const { revisionId, version } = await as(administrator, propose, { id, content: { title } });
    await as(administrator, submitCorrection, { revisionId, version });
    expect(await getHeritageItem(null, slug)).toMatchObject({ title, fromSeed: true });
    const history = await getHistory(administrator, HERITAGE, slug);
    expect(history?.versions).toHaveLength(2);
  });

  test("stands among what is to be finished as a draft, while it is corrected and once it was taken down", async () => {
    const draft = await make();
    const edited = await make({ moderation: "published" });
    const hidden = await make({ moderation: "published", hiddenAt: new Date() });
    const online = await make({ moderation: "published" });
    await as(administrator, propose, { id: edited.id, content: { starts: "1989" } });
    const rows = await listUnsettled(administrator);
    const stands = ({ slug }: { slug: string }) => {
      const row = rows.find((one) => one.slug === slug);
      return row && [row.moderation, row.isHidden, row.hasEdit];
    };
    expect(stands(draft)).toEqual(["draft", false, false]);
    expect(stands(edited)).toEqual(["published", false, true]);
    expect(stands(hidden)).toEqual(["published", true, false]);
    expect(stands(online)).toBeUndefined();
  });

  test("is saved by two at once: the second is let know", async () => {
    const { id } = await make();
    const text = (starts: string) => ({ id, version: 1, content: { starts } });
    await as(administrator, save, text("1921"));
    const second = as(administrator, save, text("1922"));
    await expect(second).rejects.toMatchObject({ code: "conflict" });
    const { starts } = heritage;
    const [row] = await query((db) =>
      db.select({ starts }).from(heritage).where(eq(heritage.id, id)),
    );
    expect(row?.starts).toBe("1921");
  });
});

async function propose(tx: Transaction, viewer: Viewer, input: { id: string; content: object }) {
  const proposal = { ...input, version: 1, revisionId: null, confirmed: [] };
  await proposeRevision(tx, viewer, HERITAGE_VERBS, proposal as never);
  const { id: revisionId, version } = entryRevisions;
  const [row] = await tx
    .select({ revisionId, version })
    .from(entryRevisions)
    .where(eq(entryRevisions.entryId, input.id));
  if (!row) throw new Error("no edit is open");
  return row;
}

const submitCorrection = (
  tx: Transaction,
  viewer: Viewer,
  input: { revisionId: string; version: number },
) => submitRevision(tx, viewer, HERITAGE_VERBS, input);
