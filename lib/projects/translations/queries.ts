import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import { translationOffers } from "@/db/schema/translations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { noteAccess } from "../accesses/queries";
import { acceptedContact } from "../contacts/queries";
import { getOwnProject } from "../owned/queries";
import {
  contentOf,
  PROJECT_TEXTS,
  type ProjectContent,
  type ProjectText,
} from "../project-content";
import { isSlug } from "../project-slug";
import { contentColumns, factColumns, isPublished } from "../queries";
import { listTranslators, translatorOf } from "./people/queries";
import { canOfferTranslation, canSaveTranslation } from "./policy";
import { offerMark, originalsMark, sheetMark, translatableTexts } from "./sheet";
import { toSheetFields } from "./sheet-fields";

export type TranslationSheet = NonNullable<Awaited<ReturnType<typeof getTranslationSheet>>>;

export type OfferToDecide = Awaited<ReturnType<typeof listOpenOffers>>[number];

/**
 * The texts of a project beside their translation into a language: for its owner, whatever the state, with the offers
 * that await an answer; for members, those texts of a published project that they read. Null for anybody else.
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
  const offers = await listOpenOffers(viewer, own.id, content, to, locale);
  const names = await listTranslators(viewer, content.provenance, own.ownerAccountId, locale);
  const facts = { ...own, revision: own.revision?.state ?? null };
  return {
    projectId: own.id,
    slug,
    isOwn: true,
    title: content.title,
    original: content.originalLocale,
    to,
    mark: sheetMark(content, to),
    canSave: canSaveTranslation(viewer, facts),
    isPublished: own.moderation === "published",
    revision: own.revision?.state ?? null,
    fields: toSheetFields(content, translatableTexts(content), to, stale, names),
    ownOffers: [],
    offers,
  };
}

async function getReadSheet(viewer: Viewer, slug: string, asked: Locale | null, locale: Locale) {
  if (!isSlug(slug)) return null;
  const [row] = await query((db) =>
    db
      .select({
        ...contentColumns,
        ...factColumns,
        id: projects.id,
        textLevel: projects.textLevel,
        isContact: acceptedContact(viewer),
      })
      .from(projects)
      .innerJoin(members, eq(members.id, projects.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(projects.slug, slug), isPublished)),
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
  const names = await listTranslators(viewer, content.provenance, row.ownerAccountId, locale);
  return {
    projectId: row.id,
    slug,
    isOwn: false,
    title: content.title,
    original: content.originalLocale,
    to,
    mark: originalsMark(content, fields),
    canSave: false,
    isPublished: true,
    revision: null,
    fields: toSheetFields(content, fields, to, row.stale, names),
    ownOffers: await listOwnOffers(viewer, row.id, to),
    offers: [],
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

/** Offers sent together are shown in the order in which the texts are read. */
const readingOrder = sql.raw(`array[${PROJECT_TEXTS.map((field) => `'${field}'`).join(", ")}]`);

const offerColumns = {
  id: translationOffers.id,
  field: sql<ProjectText>`${translationOffers.field}`,
  locale: translationOffers.locale,
  words: translationOffers.words,
  createdAt: translationOffers.createdAt,
};

/** The offers into a language that await the owner's answer, oldest first, with who offers as the owner may know them. */
async function listOpenOffers(
  viewer: Viewer,
  projectId: string,
  content: ProjectContent,
  to: Locale,
  locale: Locale,
) {
  const rows = await query((db) =>
    db
      .select({ ...offerColumns, authorId: members.accountId })
      .from(translationOffers)
      .innerJoin(members, eq(members.id, translationOffers.memberId))
      .where(
        and(
          eq(translationOffers.projectId, projectId),
          eq(translationOffers.locale, to),
          eq(translationOffers.state, "open"),
        ),
      )
      .orderBy(
        asc(translationOffers.createdAt),
        sql`array_position(${readingOrder}, ${translationOffers.field})`,
      ),
  );
  const people = await translatorOf(
    viewer,
    rows.map(({ authorId }) => authorId),
    locale,
  );
  return rows.map(({ authorId, ...offer }) => ({
    ...offer,
    original: content[offer.field][content.originalLocale] ?? "",
    current: content[offer.field][to] ?? "",
    author: people.get(authorId) ?? null,
    mark: offerMark(content, offer),
  }));
}

async function listOwnOffers(viewer: Viewer, projectId: string, to: Locale) {
  return query((db) =>
    db
      .select(offerColumns)
      .from(translationOffers)
      .innerJoin(members, eq(members.id, translationOffers.memberId))
      .where(
        and(
          eq(translationOffers.projectId, projectId),
          eq(translationOffers.locale, to),
          eq(translationOffers.state, "open"),
          eq(members.accountId, viewer.accountId),
        ),
      ),
  );
}

/** How many offers await the owner's answer, by language; empty for anybody else. */
export async function countOpenOffers(viewer: Viewer, slug: string): Promise<Map<Locale, number>> {
  const rows = await query((db) =>
    db
      .select({ locale: translationOffers.locale, count: sql<number>`count(*)::int` })
      .from(translationOffers)
      .innerJoin(projects, eq(projects.id, translationOffers.projectId))
      .innerJoin(members, eq(members.id, projects.ownerId))
      .where(
        and(
          eq(projects.slug, slug),
          eq(members.accountId, viewer.accountId),
          inArray(translationOffers.state, ["open"]),
        ),
      )
      .groupBy(translationOffers.locale),
  );
  return new Map(rows.map(({ locale, count }) => [locale, count]));
}
