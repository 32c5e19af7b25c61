import { readFacts } from "@/lib/core/events/facts";
import { clubName } from "@/lib/core/i18n/club-name";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { begun } from "@/lib/core/i18n/word-list";
import { mailGroupOf } from "@/lib/core/mail/mail-groups";
import { type MailKind, subjectOf } from "@/lib/core/mail/render-mail";
import { path } from "@/lib/core/paths";
import type { NoticeRow } from "./list.queries";
import { whyTold } from "./reasons-told";

export type NoticeLine = {
  kind: MailKind;
  text: string;
  why: string;
  at: Date;
  isNew: boolean;
  /** The page it opens; none for what is gone. */
  href: string | null;
  /** Whether its kind can be muted, and is. */
  mute: "mute" | "unmute" | null;
};

/** What was told of one thing, the newest first. */
export type NoticeGroup = { key: string; lines: NoticeLine[] };

/** Notices as their reader is told of them, in their language, together by what they tell of; the newest first. */
export function toNoticeGroups(rows: readonly NoticeRow[], locale: Locale): NoticeGroup[] {
  const groups = new Map<string, NoticeLine[]>();
  for (const row of rows) {
    const line = toLine(row, locale);
    if (line) groups.set(row.subject, [...(groups.get(row.subject) ?? []), line]);
  }
  return [...groups].map(([key, lines]) => ({ key, lines }));
}

function toLine({ kind: told, facts, at, isNew, isMuted }: NoticeRow, locale: Locale) {
  const { to, ...values } = readFacts(facts, locale);
  const why = whyTold(told, values);
  if (!why) return null;
  const kind = told as MailKind;
  const mute = isMuted ? "unmute" : "mute";
  return {
    ...{ kind, at, isNew },
    text: subjectWithoutClub(kind, values, locale),
    why: getTranslator(locale, "notifications")(`list.why.${why}`),
    href: to ? path(locale, to) : null,
    mute: mailGroupOf(kind) ? mute : null,
  } satisfies NoticeLine;
}

/** A kind of notice by an example of its subject, with an ellipsis for what it would name. */
export function kindExample(kind: MailKind, locale: Locale): string {
  const named = ["title", "project", "person", "organisation", "address", "year", "day"];
  const values = { ...Object.fromEntries(named.map((name) => [name, "…"])), ...EXAMPLE };
  return subjectWithoutClub(kind, values, locale);
}

const EXAMPLE = { count: "2", days: "7", months: "6", state: "talks" };

/** What stands between the matter of a subject and the club, where it is named last. */
const LAST = " – ";

/** Whoever reads it in the portal knows which club it is about. */
function subjectWithoutClub(kind: MailKind, values: Record<string, string>, locale: Locale) {
  const subject = subjectOf(kind, locale, values);
  const [before, after] = subject.split(clubName(locale));
  if (after === "" && before?.endsWith(LAST)) return before.slice(0, -LAST.length);
  if (after === undefined || (before && before !== "【")) return subject;
  return begun(after.replace(/^[\s:：】]+/u, ""), locale);
}
