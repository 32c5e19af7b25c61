import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeExperience } from "@/db/experience-factory";
import { makeMember, makeProject } from "@/db/factories";
import { entries, entryRevisions } from "@/db/schema/entries";
import { experiences } from "@/db/schema/experiences";
import { mails } from "@/db/schema/mail";
import { EXPERIENCE_VERBS } from "@/lib/experiences/noun.queries";
import { acceptOffers } from "./offer-answers.mutations";
import { offerTranslations } from "./offers.mutations";
import { countOpenOffers } from "./offers.queries";
import { publishRevision, submitRevision } from "./revisions.mutations";
import { getTranslationSheet } from "./translation-sheet.queries";
import { saveTranslations } from "./translations.mutations";

const WORDS = { title: "Selling rather than closing", advice: "Audit the seals once a year." };

let owner: Awaited<ReturnType<typeof makeMember>>;
let translator: typeof owner;
let moderator: typeof owner;
let experience: Awaited<ReturnType<typeof makeExperience>>;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx, { familyName: "Vernoux" });
    translator = await makeMember(tx, { familyName: "Zhao" });
    moderator = await makeMember(tx, {}, { role: "moderator" });
    experience = await makeExperience(tx, owner.memberId, { moderation: "published" });
  });
});

afterAll(closeDatabase);

const sheetFor = async (viewer: typeof owner) => {
  const sheet = await getTranslationSheet(viewer, EXPERIENCE_VERBS, experience.slug, "en", "fr");
  if (!sheet) throw new Error("no sheet");
  return sheet;
};

async function offer() {
  const { fingerprint, entryId } = await sheetFor(translator);
  const input = { entryId, locale: "en", fingerprint, words: WORDS } as const;
  await transaction((tx) => offerTranslations(tx, translator, EXPERIENCE_VERBS, input));
}

test("an experience is translated as a project is: offered, accepted in one go, online, told in its own words", async () => {
  expect((await sheetFor(translator)).fields.map(({ field }) => field)).toEqual([
    "title",
    "story",
    "advice",
  ]);
  await offer();
  expect(await countOpenOffers(owner, EXPERIENCE_VERBS, experience.slug)).toEqual(
    new Map([["en", 2]]),
  );
  const [bundle] = (await sheetFor(owner)).bundles;
  const { offerId = "", fingerprint = "" } = bundle ?? {};
  const input = { offerId, fingerprint };
  await transaction((tx) => acceptOffers(tx, owner, EXPERIENCE_VERBS, input, true));
  const [edit] = await query((db) =>
    db
      .select({ revisionId: entryRevisions.id, version: entryRevisions.version })
      .from(entryRevisions)
      .where(eq(entryRevisions.entryId, experience.id)),
  );
  const { revisionId = "", version = 0 } = edit ?? {};
  await transaction(async (tx) => {
    await submitRevision(tx, owner, EXPERIENCE_VERBS, { revisionId, version });
    await publishRevision(tx, moderator, EXPERIENCE_VERBS, { revisionId, version: version + 1 });
  });
  const [online] = await query((db) =>
    db
      .select({ title: entries.title, advice: experiences.advice, made: entries.provenance })
      .from(entries)
      .innerJoin(experiences, eq(experiences.id, entries.id))
      .where(eq(entries.id, experience.id)),
  );
  expect([online?.title.en, online?.advice.en]).toEqual([WORDS.title, WORDS.advice]);
  expect(online?.made.advice?.en?.by).toBe(translator.accountId);
  const told = await query((db) =>
    db
      .select({ kind: mails.kind, data: mails.data })
      .from(mails)
      .where(eq(mails.accountId, translator.accountId))
      .orderBy(mails.createdAt),
  );
  const about = { kind: "experience", fields: "Titre et Conseils" };
  expect(told).toMatchObject([
    { kind: "translationAccepted", data: about },
    { kind: "translationPublished", data: { ...about, to: `/experiences/${experience.slug}` } },
  ]);
});

test("a kind finds nothing of another", async () => {
  const project = await transaction((tx) => makeProject(tx, owner.memberId));
  expect(await getTranslationSheet(owner, EXPERIENCE_VERBS, project.slug, "en", "fr")).toBeNull();
  const input = { entryId: project.id, locale: "en", fingerprint: "", words: {} } as const;
  const saving = transaction((tx) =>
    saveTranslations(tx, owner, EXPERIENCE_VERBS, { ...input, confirmed: [] }),
  );
  await expect(saving).rejects.toMatchObject({ code: "notFound" });
});
