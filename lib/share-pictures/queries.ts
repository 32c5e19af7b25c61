import "server-only";
import { and, eq } from "drizzle-orm";
import { query } from "@/db/client";
import type { EntryKind } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { sharePictures } from "@/db/schema/share-pictures";
import { COOPERATIONS } from "@/lib/cooperations/cooperation";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { type Swatch, swatchOfWord, type Weave } from "@/lib/core/swatches/swatch";
import { isSlug } from "@/lib/core/text/slug";
import { isPublishedToAll } from "@/lib/entries/sight.queries";
import { EVENTS } from "@/lib/events/event";
import { posterWords } from "@/lib/events/event-poster";
import { getEvent } from "@/lib/events/queries";
import { EXPERIENCES } from "@/lib/experiences/experience";
import { isOpen } from "@/lib/experiences/queries";
import { HERITAGE } from "@/lib/heritage/heritage";
import { organisationName } from "@/lib/organisations/organisation-name";
import { clothOf } from "@/lib/organisations/organisation-swatch";
import { getOrganisation } from "@/lib/organisations/queries";
import { getPageInForce } from "@/lib/pages/in-force.queries";
import { isClubPage } from "@/lib/pages/page";
import { pageView } from "@/lib/pages/page-view";
import { PROJECTS } from "@/lib/projects/project";
import { pageTitle } from "./page-titles";
import type { Poster } from "./share-address";

/** What a share picture is drawn of: as visitors read it, in the language of its page. */
export type Shared = {
  title: string;
  swatch: Swatch;
  /** Of what is held on a day. */
  poster?: Poster;
  entryId?: string;
  organisationId?: string;
};

const KINDS: Record<string, { kind: EntryKind; weave: Weave }> = {
  projects: PROJECTS,
  experiences: EXPERIENCES,
  cooperations: COOPERATIONS,
  heritage: HERITAGE,
};

/** What the public page at an address, without language, shows of itself to anybody; null where visitors find none. */
export async function readShared(to: string, locale: Locale): Promise<Shared | null> {
  const title = pageTitle(to, locale);
  if (title !== null) return { title, swatch: swatchOfWord(to) };
  const [, room = "", slug, ...more] = to.split("/");
  if (more.length > 0) return null;
  if (slug === undefined) return readClubPage(room, locale);
  if (!isSlug(slug)) return null;
  if (room === "organisations") return readOrganisation(slug, locale);
  if (room === "events") return readEvent(slug, locale);
  const kind = Object.hasOwn(KINDS, room) ? KINDS[room] : undefined;
  return kind ? readEntry(kind, slug, locale) : null;
}

async function readClubPage(page: string, locale: Locale): Promise<Shared | null> {
  if (!isClubPage(page)) return null;
  const inForce = await getPageInForce(page, today());
  const { title } = pageView(page, inForce?.content ?? null, locale);
  return { title: title.text, swatch: swatchOfWord(`/${page}`) };
}

async function readOrganisation(slug: string, locale: Locale): Promise<Shared | null> {
  const organisation = await getOrganisation(null, slug);
  if (!organisation) return null;
  const { text, other } = organisationName(organisation, locale);
  const title = other ? `${text} ${other.text}` : text;
  return { title, swatch: clothOf(organisation), organisationId: organisation.id };
}

async function readEvent(slug: string, locale: Locale): Promise<Shared | null> {
  const event = await getEvent(null, slug);
  const title = event && pickText(event.title, locale, event.originalLocale);
  if (!title) return null;
  const swatch = { weave: EVENTS.weave, seed: event.seed };
  const poster = posterWords(event, locale) ?? undefined;
  return { title: title.text, swatch, poster, entryId: event.id };
}

async function readEntry(
  { kind, weave }: { kind: EntryKind; weave: Weave },
  slug: string,
  locale: Locale,
): Promise<Shared | null> {
  const [row] = await query((db) =>
    db
      .select({
        id: entries.id,
        seed: entries.seed,
        title: entries.title,
        originalLocale: entries.originalLocale,
      })
      .from(entries)
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          eq(entries.entryKind, kind),
          eq(entries.slug, slug),
          kind === "experience" ? isOpen : isPublishedToAll,
        ),
      ),
  );
  const title = row && pickText(row.title, locale, row.originalLocale);
  return title ? { title: title.text, swatch: { weave, seed: row.seed }, entryId: row.id } : null;
}

/** The picture of a page as it was drawn in this version; null until it is. */
export async function getSharePicture(
  to: string,
  locale: Locale,
  version: string,
): Promise<Buffer | null> {
  const [row] = await query((db) =>
    db
      .select({ content: sharePictures.content })
      .from(sharePictures)
      .where(
        and(
          eq(sharePictures.path, to),
          eq(sharePictures.locale, locale),
          eq(sharePictures.version, version),
        ),
      ),
  );
  return row?.content ?? null;
}
