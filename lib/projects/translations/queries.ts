import "server-only";
import { and, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { isSlug } from "@/lib/core/text/slug";
import { noteAccess } from "@/lib/entries/accesses.queries";
import { factColumns, isPublished } from "@/lib/entries/sight.queries";
import { getOwnProject } from "../owned.queries";
import { contentOf, type ProjectContent } from "../project";
import { acceptedContact, contentColumns } from "../sight.queries";
import { listOpenOffers, listOwnOffers, type OwnOffer } from "./offers.queries";
import { listTranslators } from "./people.queries";
import { canOfferTranslation, canSaveTranslation } from "./policy";
import { originalsFingerprint, sheetFingerprint, translatableTexts } from "./sheet";
import { toSheetFields } from "./sheet-fields";

export type TranslationSheet = NonNullable<Awaited<ReturnType<typeof getTranslationSheet>>>;

/**
 * The texts of a project beside their translation into a language: for its owner, whatever the state, with the offers
 * that await an answer; for members, those texts of a published project that they read, with what they offered. Null
 * for anybody else.
 * Without `asked`, or when that is the original, the language is the reader's own, else the first other one.
 */
export async function getTranslationSheet(
  viewer: Viewer | null,
  slug: string,
  asked: Locale | null,
  locale: Locale,
) {
  if (viewer?.status !== "active") return null;
  return (
    (await getOwnSheet(viewer, slug, asked, locale)) ??
    (await getReadSheet(viewer, slug, asked, locale))
  );
}

async function getOwnSheet(viewer: Viewer, slug: string, asked: Locale | null, locale: Locale) {
  const own = await getOwnProject(viewer, slug, locale);
  if (!own) return null;
  const edit = own.moderation === "published" ? own.revision : null;
  const { content, stale } = edit ?? own;
  const to = chooseLanguage(content, asked, locale);
  const { offers, bundles } = await listOpenOffers(viewer, own.id, content, to, locale);
  const translators = await listTranslators(viewer, content.provenance, own.ownerAccountId, locale);
  const facts = { ...own, revision: own.revision?.state ?? null };
  return {
    projectId: own.id,
    slug,
    isOwn: true,
    title: content.title,
    original: content.originalLocale,
    to,
    fingerprint: sheetFingerprint(content, to),
    canSave: canSaveTranslation(viewer, facts),
    isPublished: own.moderation === "published",
    revision: own.revision?.state ?? null,
    fields: toSheetFields(content, {
      fields: translatableTexts(content),
      to,
      stale,
      translators,
      live: edit && own.content,
    }),
    ownOffers: [] as OwnOffer[],
    offers,
    bundles,
  };
}

async function getReadSheet(viewer: Viewer, slug: string, asked: Locale | null, locale: Locale) {
  if (!isSlug(slug)) return null;
  const [row] = await query((db) =>
    db
      .select({
        ...contentColumns,
        ...factColumns,
        id: entries.id,
        textLevel: entries.textLevel,
        isContact: acceptedContact(viewer),
      })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(entries.slug, slug), isPublished)),
  );
  if (!row) return null;
  const content = contentOf(row);
  const facts = { ...row, revision: null };
  const fields = translatableTexts(content).filter((field) =>
    canOfferTranslation(viewer, facts, field),
  );
  if (fields.length === 0) return null;
  if (row.textLevel === "contacts" && row.isContact) await noteAccess(viewer, row.id, "text");
  const to = chooseLanguage(content, asked, locale);
  const translators = await listTranslators(viewer, content.provenance, row.ownerAccountId, locale);
  const ownOffers = await listOwnOffers(viewer, row.id);
  return {
    projectId: row.id,
    slug,
    isOwn: false,
    title: content.title,
    original: content.originalLocale,
    to,
    fingerprint: originalsFingerprint(content, fields),
    canSave: false,
    isPublished: true,
    revision: null,
    fields: toSheetFields(content, { fields, to, stale: row.stale, translators, live: null }),
    ownOffers: ownOffers.filter((offer) => offer.locale === to),
    offers: [],
    bundles: [],
  };
}

function chooseLanguage(
  { originalLocale }: Pick<ProjectContent, "originalLocale">,
  asked: Locale | null,
  locale: Locale,
): Locale {
  const wanted = [asked, locale, "zh", "en"] as const;
  return wanted.find((one) => one !== null && one !== originalLocale) ?? "fr";
}
