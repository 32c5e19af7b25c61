import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { mailAddress } from "@/lib/core/mail/draw-mail";
import type { MailPart } from "@/lib/core/mail/mail-parts";
import { isLongLate, promiseOf, QUEUE_KINDS } from "./promise";
import type { QueueItem } from "./queue-item";

/** So many of each kind stand in the mail, the oldest; the queue has them all. */
const OF_EACH = 5;

/** When the mail before was queued (`""` for the first) and when this one was, as ISO 8601. */
type Span = { since: string; until: string };

/** What has become two working days late between two mails: told of by the later one, and by no other. */
export const newlyLate = (items: readonly QueueItem[], { since, until }: Span) =>
  items.filter(
    (item) => isLongLate(item, new Date(until)) && !(since && isLongLate(item, new Date(since))),
  );

/**
 * What a mail to the club team says of what awaits a decision, in its reader's language: by kind, the oldest first. What is
 * newly late is the news.
 */
export function queueInMail(items: readonly QueueItem[], span: Span, locale: Locale, now: Date) {
  const t = getTranslator(locale, "admin");
  const late = newlyLate(items, span);
  const [days = 0, ...other] = new Set(late.map((item) => daysLate(item, now)));
  const parts = QUEUE_KINDS.flatMap((kind): MailPart[] => {
    const ofKind = items.filter((item) => item.kind === kind);
    if (ofKind.length === 0) return [];
    const shown = ofKind.slice(0, OF_EACH).map((item) => toLine(item, locale, now));
    const count = ofKind.length - shown.length;
    const more: MailPart[] =
      count > 0 ? [{ type: "text", text: t("queue.mail.more", { count }) }] : [];
    const heading = t("queue.mail.heading", {
      kind: t(`queue.kind.${kind}`),
      count: ofKind.length,
    });
    return [{ type: "heading", text: heading }, { type: "list", items: shown }, ...more];
  });
  const data = {
    count: String(items.length),
    late: String(late.length),
    days: other.length === 0 ? String(days) : "several",
    title: late[0]?.title.text ?? "",
    to: "/admin",
  };
  return { data, parts };
}

function daysLate(item: QueueItem, now: Date): number {
  const { waited, promised } = promiseOf(item, now);
  return waited - promised;
}

function toLine(item: QueueItem, locale: Locale, now: Date) {
  const t = getTranslator(locale, "admin");
  const { kind, id, title, owner, taker, isToRead } = item;
  const waits = t("queue.mail.waits", promiseOf(item, now));
  const taken =
    taker && t("queue.taken", { mine: taker.isViewer ? "yes" : "no", name: taker.name });
  const notes = [owner, isToRead && t("queue.toRead"), waits, taken].filter(Boolean);
  return {
    title: title.text,
    href: mailAddress(locale, `/admin/${kind}s/${id}`),
    note: notes.join(" · "),
  };
}
