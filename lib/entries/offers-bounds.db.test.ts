import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { consents } from "@/db/schema/consents";
import { entries } from "@/db/schema/entries";
import { translationOffers } from "@/db/schema/translations";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { declineOffer } from "./offer-answers.mutations";
import { offerTranslations } from "./offers.mutations";
import { getTranslationSheet } from "./translation-sheet.queries";
import { publishEntry } from "./verbs.mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Project = Awaited<ReturnType<typeof makeProject>>;

let owner: Member;
let translator: Member;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx);
    translator = await makeMember(tx, { familyName: "Perdu" });
  });
});

afterAll(closeDatabase);

const make = () =>
  transaction((tx) => makeProject(tx, owner.memberId, { moderation: "published" }));

const sheetFor = (viewer: Member, { slug }: Project) =>
  getTranslationSheet(viewer, PROJECT_VERBS, slug, "zh", "fr");

async function offer(project: Project, viewer = translator) {
  const fingerprint = (await sheetFor(viewer, project))?.fingerprint ?? "";
  const words = { summary: "我们每年共同订货两次。" };
  const input = { entryId: project.id, locale: "zh", fingerprint, words } as const;
  return transaction((tx) => offerTranslations(tx, viewer, PROJECT_VERBS, input));
}

test("the notice and the page name nobody who does not stand in the directory", async () => {
  const isTheirs = eq(consents.accountId, translator.accountId);
  await transaction((tx) => tx.update(consents).set({ withdrawnAt: new Date() }).where(isTheirs));
  const project = await make();
  await offer(project);
  expect((await sheetFor(owner, project))?.offers[0]?.author).toBeNull();
  const [told] = await toldTo(owner);
  expect(told?.data.person).toBe("Un membre du club");
});

test("an answer names a project that was taken back as it last stood online", async () => {
  const project = await transaction((tx) =>
    makeProject(tx, owner.memberId, { moderation: "submitted", title: { fr: "Soie grège" } }),
  );
  await transaction(async (tx) => {
    const moderator = await makeMember(tx, {}, { role: "moderator" });
    await publishEntry(tx, moderator, PROJECT_VERBS, { id: project.id, version: 1 });
  });
  await offer(project);
  const [open] = (await sheetFor(owner, project))?.offers ?? [];
  await transaction(async (tx) => {
    const isIt = eq(entries.id, project.id);
    await tx.update(entries).set({ moderation: "withdrawn" }).where(isIt);
    await tx.update(entries).set({ moderation: "draft" }).where(isIt);
    await tx
      .update(entries)
      .set({ title: { fr: "CANARI" } })
      .where(isIt);
    await declineOffer(tx, owner, PROJECT_VERBS, { offerId: open?.id ?? "", words: "" });
  });
  const [told] = await toldTo(translator);
  expect(told?.data.title).toBe("Soie grège");
});

test("offers to several owners at once stop at forty a day", async () => {
  const busy = await transaction((tx) => makeMember(tx));
  const [spent, ...others] = await Promise.all([make(), make(), make(), make()]);
  await transaction(async (tx) => {
    const { memberId } = busy;
    const row = { entryId: spent?.id ?? "", memberId, locale: "en", words: "x" } as const;
    const rows = Array.from({ length: 39 }, (_, index) => ({ ...row, field: `spent-${index}` }));
    await tx.insert(translationOffers).values(rows);
  });
  const ends = await Promise.allSettled(others.map((project) => offer(project, busy)));
  expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
});
