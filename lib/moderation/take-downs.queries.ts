import "server-only";
import { and, desc, eq, inArray } from "drizzle-orm";
import { query } from "@/db/client";
import type { TakenDownType } from "@/db/enums";
import { referenceItem } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { takeDowns } from "@/db/schema/moderation";
import { isStaff, type Viewer } from "../core/auth/viewer-type";
import type { Locale } from "../core/i18n/locales";
import { personName } from "../members/person-name";
import { nameColumns } from "../members/sight.queries";
import { type Ruling, readRulings } from "./appeals.queries";
import { canPutBack, canTakeDown } from "./policy";
import { canAppeal } from "./reports.policy";
import { findSubjects } from "./take-down-subjects.queries";

/** When and why something was taken down, in the reader's language; `by` is for the club team alone. */
export type TakenDown = {
  at: Date;
  /** As the club team chooses it, and the sentence its author reads. */
  reason: { label: string; message: string };
  words: string | null;
  by: string | null;
};

/** Where a thing stands and what the viewer may do about it; `takenDown` is null as long as it is shown. */
export type TakeDownState = {
  id: string;
  takenDown: TakenDown | null;
  /** What its authors read letters in; null where they differ, or nobody is written to. */
  language: Locale | null;
  /** That its author wants it back; null as long as none has said so since. */
  appeal: (Pick<Ruling, "isWaiting"> & { at: Date }) | null;
  mayAppeal: boolean;
  mayTakeDown: boolean;
  mayPutBack: boolean;
};

/**
 * How things of a kind in the viewer's sight stand, by key: for the club team, and for whoever wrote them and reads them
 * all the same.
 */
export async function listTakeDownStates(
  viewer: Viewer,
  kind: TakenDownType,
  ids: readonly string[],
  locale: Locale,
): Promise<Map<string, TakeDownState>> {
  if (ids.length === 0) return new Map();
  const subjects = await query((db) => findSubjects(db, viewer, kind, ids));
  const hidden = subjects.filter(({ isHidden }) => isHidden).map(({ id }) => id);
  const acts = await listLastActs(viewer, kind, hidden, locale);
  const rulings = await query((db) => readRulings(db, kind, hidden));
  const appealOf = (id: string) => {
    const { appealedAt: at = null, isWaiting = false } = rulings.get(id) ?? {};
    return at && { at, isWaiting };
  };
  return new Map(
    subjects.map((subject): [string, TakeDownState] => [
      subject.id,
      {
        id: subject.id,
        takenDown: acts.get(subject.id) ?? null,
        language: onlyLanguage(subject.authors),
        appeal: appealOf(subject.id),
        mayAppeal: canAppeal(viewer, subject, { isAppealed: appealOf(subject.id) !== null }),
        mayTakeDown: canTakeDown(viewer, subject),
        mayPutBack: canPutBack(viewer, subject),
      },
    ]),
  );
}

function onlyLanguage(authors: readonly { locale: Locale }[]): Locale | null {
  const [first, ...others] = new Set(authors.map(({ locale }) => locale));
  return first && others.length === 0 ? first : null;
}

async function listLastActs(
  viewer: Viewer,
  kind: TakenDownType,
  ids: readonly string[],
  locale: Locale,
): Promise<Map<string, TakenDown>> {
  if (ids.length === 0) return new Map();
  const { subjectId, subjectType, reasonCode, words, decidedAt, decidedBy } = takeDowns;
  const rows = await query((db) =>
    db
      .selectDistinctOn([subjectId], {
        ...nameColumns(viewer),
        subjectId,
        reasonCode,
        words,
        at: decidedAt,
      })
      .from(takeDowns)
      .innerJoin(accounts, eq(accounts.id, decidedBy))
      .leftJoin(members, eq(members.accountId, accounts.id))
      .where(
        and(eq(subjectType, kind), inArray(subjectId, [...ids]), eq(takeDowns.act, "taken-down")),
      )
      .orderBy(subjectId, desc(decidedAt)),
  );
  return new Map(
    rows.map((row): [string, TakenDown] => {
      const reason = referenceItem("reasonsReport", row.reasonCode ?? "");
      const by = isStaff(viewer) ? personName(row, locale) : null;
      const label = reason?.label[locale] ?? "";
      const message = reason?.message?.[locale] ?? "";
      return [row.subjectId, { at: row.at, reason: { label, message }, words: row.words, by }];
    }),
  );
}
