import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeInterest, makeMember, makeProject } from "@/db/factories";
import { entryAccesses } from "@/db/schema/entry-parts";
import { translationOffers } from "@/db/schema/translations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { getProjectInSight } from "@/lib/projects/sight.queries";
import { countOpenOffers } from "./offers.queries";
import { getTranslationSheet } from "./translation-sheet.queries";
import { listTranslationNotes } from "./translators.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let owner: Member;
let translator: Member;
let gone: Member;
let reader: Member;
let staff: Viewer;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx, { familyName: "Vernoux" });
    translator = await makeMember(tx, { familyName: "Zhao", givenName: "Wenqi", nameZh: "赵文琪" });
    gone = await makeMember(tx, { familyName: "Perdu" }, { status: "left" });
    reader = await makeMember(tx);
    staff = await makeAccount(tx, { role: "administrator" });
  });
});

afterAll(closeDatabase);

const by = ({ accountId }: Member, origin: "person" | "machine" = "person") => ({
  origin,
  by: accountId,
  isReviewed: origin === "person",
});

const make = (values: Parameters<typeof makeProject>[2] = {}) =>
  transaction((tx) =>
    makeProject(tx, owner.memberId, {
      moderation: "published",
      title: { fr: "Acheter ensemble", en: "Buying together", zh: "共同采购" },
      summary: { fr: "CANARI-LONG", zh: "每年两次。" },
      offered: { fr: "Un cahier.", zh: "共同的技术要求。" },
      stale: { summary: ["zh"] },
      provenance: {
        title: { zh: by(owner), en: by(gone) },
        summary: { zh: by(translator) },
        offered: { zh: by(owner, "machine") },
      },
      ...values,
    }),
  );

const sheetFor = (viewer: Viewer | null, slug: string, to: "zh" | "en" | "fr" | null = "zh") =>
  getTranslationSheet(viewer, PROJECT_VERBS, slug, to, "fr");

const notesFor = async (viewer: Viewer | null, slug: string, locale: Locale) =>
  listTranslationNotes(viewer, await getProjectInSight(viewer, slug), locale);

describe("the sheet", () => {
  test("says of each text what it is beside the original, and where it comes from", async () => {
    const { slug } = await make();
    const sheet = await sheetFor(reader, slug);
    expect(sheet?.fields).toMatchObject([
      {
        field: "title",
        current: "共同采购",
        isStale: false,
        note: { translator: { kind: "owner" } },
      },
      { field: "teaser", current: "", note: null },
      {
        field: "summary",
        original: "CANARI-LONG",
        isStale: true,
        note: { isReviewed: true, translator: { kind: "person", name: "Wenqi Zhao" } },
      },
      { field: "offered", note: { origin: "machine", isReviewed: false } },
      { field: "sought", current: "" },
    ]);
    const english = await sheetFor(reader, slug, "en");
    expect(english?.fields[0]?.note?.translator).toEqual({ kind: "somebody" });
  });

  test("never goes into the original", async () => {
    const { slug } = await make();
    expect((await sheetFor(reader, slug, "fr"))?.to).toBe("zh");
    expect((await getTranslationSheet(reader, PROJECT_VERBS, slug, null, "en"))?.to).toBe("en");
  });

  test("is not found by strangers, who have no profile, who are not active, nor for a draft of somebody else", async () => {
    const { slug } = await make();
    const draft = await make({ moderation: "draft" });
    const suspended = { ...reader, status: "suspended" as const };
    expect(await sheetFor(null, slug)).toBeNull();
    expect(await sheetFor(staff, slug)).toBeNull();
    expect(await sheetFor(suspended, slug)).toBeNull();
    expect(await sheetFor(reader, draft.slug)).toBeNull();
    expect(await sheetFor(owner, draft.slug)).toMatchObject({ isOwn: true, canSave: true });
  });

  test("holds nothing from behind acceptance; a contact's reading is noted", async () => {
    const { id, slug } = await make({ textLevel: "contacts" });
    expect(JSON.stringify(await sheetFor(reader, slug))).not.toContain("CANARI-LONG");
    const contact = await transaction(async (tx) => {
      const member = await makeMember(tx);
      await makeInterest(tx, id, member.memberId, { state: "in-talks" });
      return member;
    });
    expect(JSON.stringify(await sheetFor(contact, slug))).toContain("CANARI-LONG");
    const noted = await query((db) =>
      db
        .select({ accountId: entryAccesses.accountId, part: entryAccesses.part })
        .from(entryAccesses)
        .where(eq(entryAccesses.entryId, id)),
    );
    expect(noted).toEqual([{ accountId: contact.accountId, part: "text" }]);
  });

  test("shows offers to the owner alone, and to members their own", async () => {
    const { id, slug } = await make();
    const words = "一年两次。";
    await query((db) =>
      db.insert(translationOffers).values({
        entryId: id,
        memberId: translator.memberId,
        field: "summary",
        locale: "zh",
        words,
      }),
    );
    expect((await sheetFor(owner, slug))?.offers).toMatchObject([
      { words, original: "CANARI-LONG", current: "每年两次。", author: { name: "Wenqi Zhao" } },
    ]);
    expect(await countOpenOffers(owner, PROJECT_VERBS, slug)).toEqual(new Map([["zh", 1]]));
    expect((await sheetFor(translator, slug))?.ownOffers).toMatchObject([{ words }]);
    expect(JSON.stringify(await sheetFor(reader, slug))).not.toContain(words);
    expect(await countOpenOffers(reader, PROJECT_VERBS, slug)).toEqual(new Map());
  });
});

describe("the notes on a project's page", () => {
  test("name a translator to members as far as they may be named, to visitors not at all", async () => {
    const { slug } = await make();
    const member = await notesFor(reader, slug, "zh");
    expect(member).toMatchObject({
      title: { translator: { kind: "owner" } },
      summary: { translator: { kind: "person", name: "赵文琪" } },
      offered: { origin: "machine" },
    });
    const visitor = await notesFor(null, slug, "zh");
    expect(visitor.summary?.translator).toEqual({ kind: "somebody" });
    expect(JSON.stringify(visitor)).not.toMatch(/Zhao|赵文琪/);
    expect(await notesFor(reader, slug, "fr")).toEqual({});
  });

  test("are empty for what is out of sight", async () => {
    const { slug } = await make({ moderation: "draft" });
    expect(await notesFor(reader, slug, "zh")).toEqual({});
    expect(await notesFor(owner, slug, "zh")).not.toEqual({});
    expect(await notesFor(owner, "../x", "zh")).toEqual({});
  });
});
