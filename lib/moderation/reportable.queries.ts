import "server-only";
import { and, eq, inArray, or, sql } from "drizzle-orm";
import { query, type Reader } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { entryQuestions } from "@/db/schema/entry-parts";
import { members } from "@/db/schema/members";
import type { Viewer } from "../core/auth/viewer-type";
import type { Locale } from "../core/i18n/locales";
import { pickText } from "../core/i18n/localized-text";
import { isOwnedBy } from "../entries/sight.queries";
import { isFor } from "../events/sight.queries";
import { personName } from "../members/person-name";
import { nameColumns } from "../members/sight.queries";
import type { QueueItem } from "./queue-item";
import { canReport } from "./reports.policy";
import {
  findSubjects,
  type TakeDownKey,
  type TakenDownSubject,
} from "./take-down-subjects.queries";

/** What the viewer, null a visitor, may report; null for anything else, be it hidden from them or not there. */
export async function findReportable(
  db: Reader,
  viewer: Viewer | null,
  { kind, id }: TakeDownKey,
): Promise<TakenDownSubject | null> {
  const [subject] = await findSubjects(db, viewer, kind, [id]);
  if (!subject || !canReport(viewer, subject)) return null;
  return kind !== "question" || (await isQuestionRead(db, viewer, id)) ? subject : null;
}

/** Questions stand below the whole text, for those alone who read it. */
async function isQuestionRead(db: Reader, viewer: Viewer | null, id: string): Promise<boolean> {
  if (!viewer) return false;
  const rows = await db
    .select({ id: entryQuestions.id })
    .from(entryQuestions)
    .innerJoin(entries, eq(entries.id, entryQuestions.entryId))
    .where(
      and(
        eq(entryQuestions.id, id),
        or(eq(entries.textLevel, "members"), isOwnedBy(viewer)),
        or(sql`${entries.entryKind} <> 'event'`, isFor(viewer)),
      ),
    );
  return rows.length > 0;
}

/** What somebody is about to report, by what it is called, and its page; null for what is not theirs to report. */
export async function getReportable(
  viewer: Viewer | null,
  key: TakeDownKey,
  locale: Locale,
): Promise<
  | (TakeDownKey & Pick<TakenDownSubject, "called" | "to"> & { title: QueueItem["title"] | null })
  | null
> {
  const subject = await query((db) => findReportable(db, viewer, key));
  if (!subject) return null;
  const titles = await readTitles(viewer, [subject], locale);
  return { ...key, called: subject.called, to: subject.to, title: titles.get(key.id) ?? null };
}

/** What things are called, by key: members by their names as the viewer sees them, which have no language. */
export async function readTitles(
  viewer: Viewer | null,
  subjects: readonly TakenDownSubject[],
  locale: Locale,
): Promise<Map<string, QueueItem["title"] | null>> {
  const people = subjects.flatMap(({ kind, id }) => (kind === "member" ? [id] : []));
  const names = viewer ? await readMemberNames(viewer, people, locale) : new Map<string, string>();
  return new Map(
    subjects.map(({ id, title, originalLocale }) => {
      const name = names.get(id);
      return [id, name ? { text: name, lang: null } : pickText(title, locale, originalLocale)];
    }),
  );
}

async function readMemberNames(
  viewer: Viewer,
  ids: readonly string[],
  locale: Locale,
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await query((db) =>
    db
      .select({ id: members.id, ...nameColumns(viewer) })
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(inArray(members.id, [...ids])),
  );
  return new Map(rows.map(({ id, ...named }) => [id, personName(named, locale)]));
}
