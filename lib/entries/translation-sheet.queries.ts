import "server-only";
import { and, eq, inArray, or, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { ownTable } from "@/db/entry-rows";
import { accounts } from "@/db/schema/accounts";
import { entries, entryRevisions } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { mayRead } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { isSlug } from "@/lib/core/text/slug";
import { noteAccess } from "./accesses.queries";
import { columnsOf } from "./columns.queries";
import { type Texts, textsOf } from "./content";
import { revisionColumns } from "./locked.queries";
import type { Noun } from "./noun";
import type { NounVerbs } from "./noun-verbs";
import { listOpenOffers, listOwnOffers, type OwnOffer } from "./offers.queries";
import { OPEN_REVISION_STATES, ownsEntry } from "./policy";
import { toSheetFields } from "./sheet-fields";
import { isOwnedBy, isPublished, sightColumns } from "./sight.queries";
import { readStored } from "./stored-entry";
import { originalsFingerprint, sheetFingerprint, translatableTexts } from "./translation-sheet";
import { canAskTranslation, canOfferTranslation, canSaveTranslation } from "./translations.policy";
import { listTranslators } from "./translators.queries";

export type TranslationSheet = NonNullable<Awaited<ReturnType<typeof getTranslationSheet>>>;

/**
 * The texts of an entry beside their translation into a language: for its owner, whatever the state, with the offers
 * that await an answer; for members, those texts of a published entry that they read, with what they offered. Null for
 * anybody else.
 * Without `asked`, or when that is the original, the language is the reader's own, else the first other one.
 */
export async function getTranslationSheet(
  viewer: Viewer | null,
  noun: NounVerbs,
  slug: string,
  asked: Locale | null,
  locale: Locale,
) {
  const row = mayRead(viewer) && isSlug(slug) && (await readSheet(viewer, noun, slug));
  if (!viewer || !row) return null;
  const isOwn = ownsEntry(viewer, row);
  const facts = { ...row, revision: isOwn ? (row.edit?.state ?? null) : null };
  const edit = isOwn && row.moderation === "published" ? row.edit : null;
  const live = textsOf(noun.fields, row.content);
  const content = edit ? textsOf(noun.fields, readStored(noun.fields, edit.content, live)) : live;
  const texts = translatableTexts(noun.fields, content).filter(
    (field) => isOwn || canOfferTranslation(viewer, facts, noun.fields[field]),
  );
  if (!isOwn && texts.length === 0) return null;
  if (!isOwn && row.textLevel === "contacts" && row.isContact) {
    await noteAccess(viewer, row.id, "text");
  }
  const to = chooseLanguage(content, asked, locale);
  const { provenance } = content;
  const translators = await listTranslators(viewer, provenance, row.ownerAccountId, locale);
  const { stale } = edit ?? row;
  const offers = isOwn
    ? await listOpenOffers(viewer, noun, { id: row.id, content }, to, locale)
    : { offers: [], bundles: [] };
  const ownOffers: OwnOffer[] = isOwn ? [] : await listOwnOffers(viewer, noun, row.id);
  return {
    noun: noun as Noun,
    entryId: row.id,
    slug,
    isOwn,
    title: content.title,
    original: content.originalLocale,
    to,
    fingerprint: isOwn
      ? sheetFingerprint(noun.fields, content, to)
      : originalsFingerprint(content, texts),
    mayAsk: canAskTranslation(viewer, facts),
    canSave: isOwn && canSaveTranslation(viewer, facts),
    isPublished: row.moderation === "published",
    revision: facts.revision,
    fields: toSheetFields(content, { fields: texts, to, stale, translators, live: edit && live }),
    ownOffers: ownOffers.filter((offer) => offer.locale === to),
    ...offers,
  };
}

/** What the viewer owns, with its open edit, or what is published. */
async function readSheet(viewer: Viewer, noun: NounVerbs, slug: string) {
  const own = ownTable(noun.kind);
  const isOwn = isOwnedBy(viewer);
  const isOpen = inArray(entryRevisions.state, OPEN_REVISION_STATES);
  const [row] = await query((db) =>
    db
      .select({
        id: entries.id,
        stale: entries.stale,
        content: columnsOf(noun, ["provenance"]),
        ...sightColumns(noun.contact?.(viewer) ?? sql<boolean>`false`),
        edit: revisionColumns,
      })
      .from(entries)
      .innerJoin(own, eq(own.id, entries.id))
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(entryRevisions, and(eq(entryRevisions.entryId, entries.id), isOpen, isOwn))
      .where(and(eq(entries.slug, slug), or(and(isPublished, noun.isFor?.(viewer)), isOwn))),
  );
  return row;
}

function chooseLanguage(
  { originalLocale }: Pick<Texts, "originalLocale">,
  asked: Locale | null,
  locale: Locale,
): Locale {
  const wanted = [asked, locale, "zh", "en"] as const;
  return wanted.find((one) => one !== null && one !== originalLocale) ?? "fr";
}
