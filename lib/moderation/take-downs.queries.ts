import "server-only";
import { eq } from "drizzle-orm";
import { query } from "@/db/client";
import type { TakenDownType } from "@/db/enums";
import { referenceItem } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { reports, takeDowns } from "@/db/schema/moderation";
import { isStaff, type Viewer } from "../core/auth/viewer-type";
import type { Locale } from "../core/i18n/locales";
import { personName } from "../members/person-name";
import { nameColumns } from "../members/sight.queries";
import { isItsAppeal, isTakeDownOf, LATEST, type Ruling } from "./appeals.queries";
import type { Called } from "./called";
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
  called: Called;
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
  return new Map(
    subjects.map((subject): [string, TakeDownState] => {
      const { takenDown = null, appeal = null } = acts.get(subject.id) ?? {};
      return [
        subject.id,
        {
          ...{ id: subject.id, called: subject.called, takenDown, appeal },
          language: onlyLanguage(subject.authors),
          mayAppeal: canAppeal(viewer, subject, { isAppealed: appeal !== null }),
          mayTakeDown: canTakeDown(viewer, subject),
          mayPutBack: canPutBack(viewer, subject),
        },
      ];
    }),
  );
}

/** The language that all of them read letters in; null where they differ, or there is nobody. */
export function onlyLanguage(authors: readonly { locale: Locale }[]): Locale | null {
  const [first, ...others] = new Set(authors.map(({ locale }) => locale));
  return first && others.length === 0 ? first : null;
}

async function listLastActs(
  viewer: Viewer,
  kind: TakenDownType,
  ids: readonly string[],
  locale: Locale,
): Promise<Map<string, Pick<TakeDownState, "takenDown" | "appeal">>> {
  if (ids.length === 0) return new Map();
  const { subjectId, reasonCode, words, decidedAt, decidedBy } = takeDowns;
  const rows = await query((db) =>
    db
      .selectDistinctOn([subjectId], {
        ...nameColumns(viewer),
        subjectId,
        reasonCode,
        words,
        at: decidedAt,
        appealedAt: reports.createdAt,
        state: reports.state,
      })
      .from(takeDowns)
      .innerJoin(accounts, eq(accounts.id, decidedBy))
      .leftJoin(members, eq(members.accountId, accounts.id))
      .leftJoin(reports, isItsAppeal)
      .where(isTakeDownOf(kind, ids))
      .orderBy(...LATEST),
  );
  return new Map(
    rows.map((row) => {
      const reason = referenceItem("reasonsReport", row.reasonCode ?? "");
      const by = isStaff(viewer) ? personName(row, locale) : null;
      const label = reason?.label[locale] ?? "";
      const message = reason?.message?.[locale] ?? "";
      const takenDown = { at: row.at, reason: { label, message }, words: row.words, by };
      const appeal = row.appealedAt && { at: row.appealedAt, isWaiting: row.state === "open" };
      return [row.subjectId, { takenDown, appeal }];
    }),
  );
}
