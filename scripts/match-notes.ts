import { and, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { query, transaction } from "@/db/client";
import { reasonOf } from "@/db/errors";
import { accounts, sessions } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { matchNotes } from "@/db/schema/matching";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { log } from "@/lib/core/log";
import { findCandidates, findMatchedProject } from "@/lib/matching/candidates.queries";
import { tellingWords } from "@/lib/matching/matching-words";
import { type NotedWords, noteWords, WORDS_VERSION } from "@/lib/matching/noted-words";
import { findMatches } from "@/lib/matching/queries";
import { soughtTexts } from "@/lib/matching/sought-texts";

/** So many are noted, twice what a page shows: some will have been answered, set aside or hidden. */
const NOTED = 48;
/** In any language the same are found. */
const LOCALE = "fr";
const AT_ONCE = 500;
/** People leave, deadlines pass, years begin: what nobody changes is looked at again. */
const DAYS = 7;
const daysAgo = () => sql`now() - make_interval(days => ${DAYS})`;

type Fit = { id: string; score: number };
/** `found` is null where nobody has looked. */
type Noted = { words: Record<string, NotedWords> | null; found: Fit[] | null };
type Due = Awaited<ReturnType<typeof listDue>>[number];

/**
 * Notes for the suggestions of members and projects (`match_notes`) what has changed, what was noted by another version of
 * the words, and once a week the rest, for so many seconds at most. Of members who are signed in nowhere, and their
 * projects, only the words unless they have changed lately: what fits is looked for once they come. `lately` looks for
 * nothing but what has changed and whoever has signed in within the hour, without going through all. Gives how many.
 */
export async function noteMatches(seconds: number, { lately = false } = {}): Promise<number> {
  const end = Date.now() + seconds * 1000;
  const failed: string[] = [];
  let done = 0;
  for (;;) {
    const due = (await listDue(lately)).filter(({ id }) => !failed.includes(id));
    if (due.length === 0) return done;
    for (const one of due) {
      if (Date.now() > end) return done;
      try {
        if (one.isAbout && !one.isRead) {
          await noteWordsOf(one);
        } else {
          await note(one);
          done += 1;
        }
      } catch (error) {
        failed.push(one.id);
        log.error({ event: "match.not-noted", id: one.id, reason: reasonOf(error) });
      }
    }
  }
}

/** A member, or the owner of a project, who is signed in somewhere; and whoever or what is new or has changed lately. */
const isAbout = sql<boolean>`(greatest(${members.updatedAt}, ${entries.updatedAt}) > ${daysAgo()}
  or exists (select from ${sessions}
    where ${sessions.accountId} = ${members.accountId} and ${sessions.expiresAt} > now()))`;

/** By their indexes: what has changed, and those of whoever has just signed in. */
const isOfLate = sql`${matchNotes.id} in (
  (select id from ${matchNotes} where changes <> noted_changes order by noted_at limit ${sql.raw(`${AT_ONCE}`)})
  union all select note.id from ${sessions} one join ${members} own on own.account_id = one.account_id
    cross join lateral (select id from ${matchNotes} where member_id = own.id
      union all select held.id from ${entries} entry join ${matchNotes} held on held.project_id = entry.id
        where entry.owner_id = own.id offset 0) note
    where one.created_at > now() - interval '1 hour')`;

/**
 * Words come first, since what fits is looked for among those of others; then what has changed, projects before members,
 * whose suggestions read them.
 */
function listDue(lately: boolean) {
  const isRead = sql<boolean>`${matchNotes.version} is not distinct from ${WORDS_VERSION}`;
  const isChanged = ne(matchNotes.changes, matchNotes.notedChanges);
  const isOld = sql`${matchNotes.notedAt} < ${daysAgo()}`;
  return query((db) =>
    db
      .select({
        id: matchNotes.id,
        memberId: matchNotes.memberId,
        projectId: matchNotes.projectId,
        changes: matchNotes.changes,
        isChanged: sql<boolean>`${isChanged}`,
        isAbout,
        isRead,
      })
      .from(matchNotes)
      .leftJoin(entries, eq(entries.id, matchNotes.projectId))
      .innerJoin(members, sql`${members.id} = coalesce(${matchNotes.memberId}, ${entries.ownerId})`)
      .where(
        and(
          lately ? isOfLate : undefined,
          or(isChanged, sql`not ${isRead}`, and(isAbout, or(isNull(matchNotes.found), isOld))),
        ),
      )
      .orderBy(
        isRead,
        sql`${isChanged} desc`,
        sql`${matchNotes.projectId} is null`,
        sql`${matchNotes.notedAt} nulls first`,
      )
      .limit(AT_ONCE),
  );
}

/** What has changed meanwhile stays due. */
const isStill = ({ id, changes }: Due) =>
  and(eq(matchNotes.id, id), eq(matchNotes.changes, changes));

/** The words alone; what fits stays due. */
async function noteWordsOf(due: Due): Promise<void> {
  const { memberId, projectId } = due;
  const { words } = memberId
    ? await ofMember(memberId, false)
    : await ofProject(projectId ?? "", false);
  await transaction((tx) =>
    tx
      .update(matchNotes)
      .set({ words, version: WORDS_VERSION, notedAt: sql`to_timestamp(0)` })
      .where(isStill(due)),
  );
}

async function note(due: Due): Promise<void> {
  const { memberId, projectId, changes, isChanged, isAbout: isAsked } = due;
  const subjectId = memberId ?? projectId ?? "";
  const { words, found } = memberId
    ? await ofMember(subjectId, isAsked)
    : await ofProject(subjectId, isAsked);
  const least = found?.[NOTED - 1]?.score ?? 0;
  await transaction(async (tx) => {
    const ids = found?.map((one) => one.id) ?? null;
    const set = { words, version: WORDS_VERSION, found: ids, least, notedChanges: changes };
    await tx
      .update(matchNotes)
      .set({ ...set, notedAt: sql`now()` })
      .where(isStill(due));
    if (isChanged && found && found.length > 0) {
      await tx.execute(bringIn(subjectId, found, memberId ? "project_id" : "member_id"));
    }
  });
}

/** Puts a member among those noted for the projects that fit them, or a project among those of members, where they belong. */
function bringIn(subjectId: string, found: Fit[], into: "project_id" | "member_id"): SQL {
  const [ids, scores] = [found.map(({ id }) => id), found.map(({ score }) => score)];
  return sql`update ${matchNotes} note set found = (array[${subjectId}::uuid] || note.found)[1:${NOTED}::int]
    from (select held.id from ${matchNotes} held
      join unnest(${`{${ids}}`}::uuid[], ${`{${scores}}`}::int[]) as fit(id, score)
        on held.${sql.identifier(into)} = fit.id and held.least < fit.score
      order by held.id for no key update of held) held
    where note.id = held.id and not note.found @> array[${subjectId}::uuid]`;
}

async function ofMember(memberId: string, isAsked: boolean): Promise<Noted> {
  return query(async (db) => {
    const [member] = await db
      .select({ offers: members.offers, needs: members.needs, ...personColumns })
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(eq(members.id, memberId));
    if (!member) return { words: null, found: [] };
    const { offers, needs, ...person } = member;
    const fits = isAsked
      ? await findMatches(db, viewerOf(person), LOCALE, NOTED, { anew: true })
      : null;
    return {
      words: { offers: noteWords(tellingWords(offers)), needs: noteWords(tellingWords(needs)) },
      found: fits?.map(({ project, match }) => ({ id: project.id, score: match.score })) ?? null,
    };
  });
}

/** Of a project that nobody has published there is nothing to note. */
async function ofProject(projectId: string, isAsked: boolean): Promise<Noted> {
  return query(async (db) => {
    const [project] = await db
      .select({
        slug: entries.slug,
        moderation: entries.moderation,
        texts: {
          teaser: entries.teaser,
          sought: projects.sought,
          partnerTask: projects.partnerTask,
          offered: projects.offered,
          advantages: projects.advantages,
        },
        ...personColumns,
      })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(inArray(entries.id, [projectId]));
    if (project?.moderation !== "published") return { words: null, found: [] };
    const owner = viewerOf(project);
    const matched = isAsked ? await findMatchedProject(db, owner, project.slug) : null;
    const fits = matched
      ? await findCandidates(db, owner, matched, LOCALE, NOTED, { anew: true })
      : [];
    const { teaser } = project.texts;
    return {
      words: { ...wordsOf("open", project.texts), ...wordsOf("shown", { teaser }) },
      found: isAsked ? fits.map(({ id, match }) => ({ id, score: match.score })) : null,
    };
  });
}

function wordsOf(part: "open" | "shown", texts: Parameters<typeof soughtTexts>[0]) {
  const { sought, called, offered } = soughtTexts(texts);
  return {
    [`${part}Sought`]: noteWords(sought),
    [`${part}Called`]: noteWords(called),
    [`${part}Offered`]: noteWords(offered),
  };
}

const personColumns = {
  accountId: accounts.id,
  status: accounts.status,
  memberId: members.id,
  memberSlug: members.slug,
};

/** As a member sees: whatever else their account may, nothing more is suggested to them. */
const viewerOf = ({
  accountId,
  status,
  memberId,
  memberSlug,
}: Pick<Viewer, keyof typeof personColumns>): Viewer => ({
  ...{ accountId, status, memberId, memberSlug },
  role: "member",
  locale: LOCALE,
  theme: "system",
  sessionId: "",
  name: "",
});
