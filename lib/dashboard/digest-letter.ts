import type { DigestRhythm } from "@/db/enums";
import { CLOCKS, ZONE } from "@/lib/core/dates";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { mailAddress } from "@/lib/core/mail/draw-mail";
import type { MailPart } from "@/lib/core/mail/mail-parts";
import { mailSubject } from "@/lib/core/mail/mail-subject";
import type { ProjectMatch } from "@/lib/matching/queries";
import { reasonLine } from "@/lib/matching/reason-words";
import type { NoticeRow } from "@/lib/notifications/list.queries";
import { type NoticeGroup, toNoticeGroups } from "@/lib/notifications/notice-view";
import type { SearchNews } from "@/lib/saved-searches/news.queries";
import type { DigestNews } from "./digest-news.queries";
import type { Task } from "./task";

export type DigestContent = {
  /** How the reader is called. */
  name: string;
  rhythm: DigestRhythm;
  /** By whose clock it comes; Lyon's until its reader has said (null). */
  timeZone: string | null;
  tasks: readonly Task[];
  notices: readonly NoticeRow[];
  news: readonly DigestNews[];
  /** What is new in the searches that the reader keeps. */
  searches: readonly SearchNews[];
  matches: readonly ProjectMatch[];
};

/** A handful of each; the rest is where the links lead. */
const MOST = { tasks: 5, happened: 6, news: 12, matches: 3 };

type Item = { title: string; href?: string; note?: string };

/**
 * The digest as a letter: what waits, what happened, what is new, what fits. Null where nothing happened and nothing is new:
 * what waits and what fits alone are no news. What happened to a thing that waits is told once, as what waits.
 */
export function digestLetter(content: DigestContent, locale: Locale) {
  const t = getTranslator(locale, "mails");
  const groups = toNoticeGroups(content.notices, locale);
  const news = content.news.slice(0, MOST.news);
  const fresh = news.map((one) => newsItem(one, locale));
  const searches = content.searches.flatMap((one) => searchParts(one, locale));
  if (groups.length + fresh.length + searches.length === 0) return null;
  const tasks = content.tasks.slice(0, MOST.tasks).map(taskItem);
  const waits = new Set(tasks.map(({ href }) => pageIn(href)));
  const told = new Set([...tasks, ...fresh].map(({ href }) => pageIn(href)));
  const happened = groups
    .map((group) => groupItem(group, locale))
    .filter(({ href }) => !waits.has(pageIn(href)));
  const matches = content.matches
    .map((one) => matchItem(one, locale))
    .filter(({ href }) => !told.has(pageIn(href)));
  const headlines = [
    ...happened.map(titleOf),
    ...content.searches.map(({ name }) => t("digest.search", { name })),
    ...news.map((one) => headlineOf(one, locale)),
  ];
  const first = headlines[0] ?? groups[0]?.lines[0]?.text ?? "";
  const count = String(Math.max(headlines.length - 1, 0));
  const [, before = "", quoted = first, after = ""] = QUOTED.exec(first) ?? [];
  const subject = mailSubject(
    (cut) => t("kinds.digest.subject", { ...cut, first: `${before}${cut.first}${after}` }),
    { first: quoted, count },
  );
  const all = (shown: number, total: number, label: string, to: string): MailPart[] =>
    total > shown ? [{ type: "button", label, href: mailAddress(locale, to) }] : [];
  const parts: MailPart[] = [
    ...part(t("digest.waiting"), tasks),
    ...all(MOST.tasks, content.tasks.length, t("digest.allTasks"), "/home"),
    ...part(t("digest.happened"), happened.slice(0, MOST.happened)),
    ...all(MOST.happened, happened.length, t("digest.allNotices"), "/notifications"),
    ...searches,
    ...part(
      t("digest.news"),
      fresh.filter((_, at) => news[at]?.isNear),
    ),
    ...part(
      t("digest.newsAll"),
      fresh.filter((_, at) => !news[at]?.isNear),
    ),
    ...part(t("digest.matches"), matches.slice(0, MOST.matches)),
    ...all(MOST.matches, matches.length, t("digest.allMatches"), "/matches"),
    {
      type: "button",
      label: t("digest.open"),
      href: mailAddress(locale, "/home"),
      isPrimary: true,
    },
    { type: "text", text: t(`digest.${content.rhythm}`, { zone: clockOf(content) }) },
    { type: "button", label: t("digest.change"), href: mailAddress(locale, "/account#mails") },
  ];
  const others = headlines.slice(1, 4);
  const preheader = (others.length > 0 ? others : tasks.map(titleOf)).join(" · ") || first;
  return { subject, preheader, name: content.name, parts };
}

const clockOf = ({ timeZone }: Pick<DigestContent, "timeZone">) =>
  CLOCKS.find((clock) => ZONE[clock] === (timeZone ?? ZONE.lyon)) ?? "other";

/** A title between the quotation marks of a line: it is cut, and they stay. */
const QUOTED = /^(.*?[«“]\u202f?)(.+?)(\u202f?[»”].*)$/su;

const titleOf = ({ title }: Item) => title;

const pageIn = (href = "") => href.replace(/[?#].*$/u, "");

const part = (text: string, items: readonly Item[]): MailPart[] =>
  items.length > 0
    ? [
        { type: "heading", text },
        { type: "list", items },
      ]
    : [];

/** Pages of the portal come with their language; only the origin is missing. */
const whole = (href: string) => `${env().APP_ORIGIN}${href}`;

const taskItem = ({ title, text, href }: Task): Item => ({
  title,
  href: whole(href),
  ...(text && { note: text }),
});

/** Of one thing the last that happened, and how much did before. */
function groupItem({ lines }: NoticeGroup, locale: Locale): Item {
  const t = getTranslator(locale, "mails");
  const [last, ...earlier] = lines;
  return {
    title: last?.text ?? "",
    ...(last?.href && { href: whole(last.href) }),
    ...(earlier.length > 0 && { note: t("digest.earlier", { count: earlier.length }) }),
  };
}

function newsItem({ kind, to, title, held }: DigestNews, locale: Locale): Item {
  const t = getTranslator(locale, "mails");
  return {
    title: title ?? t("digest.untitled"),
    href: mailAddress(locale, to),
    note: [t(`digest.kinds.${kind}`), held].filter(Boolean).join(" · "),
  };
}

/** What is new in a search of the reader's, under the name they gave it. */
function searchParts({ name, to, found }: SearchNews, locale: Locale): MailPart[] {
  const t = getTranslator(locale, "mails");
  return [
    { type: "heading", text: t("digest.search", { name }) },
    {
      type: "list",
      items: found.map((one) => ({
        title: one.title ?? t("digest.untitled"),
        href: mailAddress(locale, one.to),
      })),
    },
    { type: "button", label: t("digest.openSearch"), href: mailAddress(locale, to) },
  ];
}

/** What is new as a line of its own, which says what it is: a title alone would be its author's sentence in the club's name. */
function headlineOf({ kind, title }: DigestNews, locale: Locale): string {
  const t = getTranslator(locale, "mails");
  return t(`digest.headlines.${kind}`, { title: title ?? t("digest.untitled") });
}

function matchItem({ project, match }: ProjectMatch, locale: Locale): Item {
  const t = getTranslator(locale, "mails");
  const [first] = match.reasons;
  return {
    title: pickText(project.title, locale, project.originalLocale)?.text ?? t("digest.untitled"),
    href: mailAddress(locale, `/projects/${project.slug}`),
    ...(first && { note: reasonLine(first.reason, "mine", locale) }),
  };
}
