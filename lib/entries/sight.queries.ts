import "server-only";
import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { isShown } from "@/db/columns";
import { ENTRY_KINDS, type ModerationState } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { entries, entryRevisions } from "@/db/schema/entries";
import { entryVersions } from "@/db/schema/entry-parts";
import { isPresent, isPresentToAll } from "@/db/standing";
import type { StoredText } from "@/db/stored";
import { mayRead } from "@/lib/core/auth/standing";
import { isAdministrator, isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { OPEN_REVISION_STATES } from "./policy";

/** Conditions and columns of rows of `entries`; join members and accounts of the owner, from the left where it may be the club's. */

/** What the policy asks of an entry. */
export const factColumns = {
  moderation: entries.moderation,
  ownerAccountId: accounts.id,
  ownerStatus: accounts.status,
  keepers: sql<string[]>`case when ${entries.ownerId} is null
    then public.entry_keepers(${entries.id}) else '{}' end`.mapWith(entries.sectors),
  handedInBy: entries.handedInBy,
};

/** What is the club's and the viewer keeps. */
function isKeptBy(viewer: Viewer) {
  const isKeeper = sql`${viewer.accountId} = any(public.entry_keepers(${entries.id}))`;
  return and(isNull(entries.ownerId), isAdministrator(viewer) ? undefined : isKeeper);
}

/** One's own, and what one keeps. */
export const isOwnedBy = (viewer: Viewer) =>
  or(sql`${entries.ownerId} = ${viewer.memberId}::uuid`, isKeptBy(viewer));

/** Among the selected columns of one table Drizzle leaves the table's name out, which a subquery then misses. */
const ENTRY_ID = sql.raw('"entries"."id"');

/** Whether an edit of it is open. */
export const hasOpenEdit = sql<boolean>`exists (select from ${entryRevisions}
  where ${entryRevisions.entryId} = ${ENTRY_ID}
    and ${inArray(entryRevisions.state, OPEN_REVISION_STATES)})`;

/** What the rules ask of an entry and its viewer; `isContact` says whom its owner has accepted as a contact. */
export const sightColumns = (isContact = sql<boolean>`false`) => ({
  ...factColumns,
  textLevel: entries.textLevel,
  ownerLevel: entries.ownerLevel,
  isContact: sql<boolean>`${isContact}`,
});

const isOnlineOf = (isOwnerThere: SQL) =>
  and(
    eq(entries.moderation, "published"),
    or(isNull(entries.ownerId), isOwnerThere),
    isShown(entries),
  );

/** What members may come upon: published, of somebody whose membership is there or the club, and not taken down. */
export const isPublished = isOnlineOf(isPresent());

/** The same for visitors. */
export const isPublishedToAll = isOnlineOf(isPresentToAll());

/** To others, and for what hangs on it, an entry that was taken down is as one that was withdrawn. */
export const openModeration = sql<ModerationState>`case
  when ${isShown(entries)} then ${entries.moderation} else 'withdrawn' end`;

/** What anybody of their standing may come upon, one's own in every state, any published one for the club team. */
export function isInSight(viewer: Viewer | null): SQL | undefined {
  return or(
    mayRead(viewer) ? isPublished : isPublishedToAll,
    viewer ? isOwnedBy(viewer) : undefined,
    isStaff(viewer) ? eq(entries.moderation, "published") : undefined,
  );
}

/**
 * The title that a reader may be told: to its owner their own, to others the one online, else the last that was; none for
 * what never was. An entry taken back is a draft again, and its title its owner's alone; so is that of one that was taken
 * down, in whose place stands what became of it.
 */
export function toldTitle(readerId: string | null = null): SQL<StoredText> {
  const isOwn = sql`${entries}.owner_id = ${readerId}::uuid`;
  const isOpen = sql`${entries}.moderation = 'published' or ${isOwn}`;
  const last = sql`select version.content -> 'title' from ${entryVersions} version
    where version.entry_id = ${entries}.id and version.cause <> 'restored'
    order by version.number desc limit 1`;
  return sql<StoredText>`case
    when ${entries}.hidden_at is not null and ${isOwn} is not true
      then ${TAKEN_DOWN}::jsonb -> ${entries}.kind
    when ${isOpen} then ${entries}.title
    else coalesce((${last}), '{}'::jsonb) end`.mapWith(entries.title) as SQL<StoredText>;
}

/** What stands in the place of a title, by kind and language. */
const TAKEN_DOWN = JSON.stringify(
  Object.fromEntries(
    ENTRY_KINDS.map((kind) => [
      kind,
      Object.fromEntries(
        LOCALES.map((locale) => [locale, getTranslator(locale, "entries")(`takenDown.${kind}`)]),
      ),
    ]),
  ),
);
