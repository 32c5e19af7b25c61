import "server-only";
import { today } from "@/lib/core/dates";
import { env } from "@/lib/core/env";
import { digestOf, knownAnswer } from "@/lib/core/files/known-answer";
import { clubName } from "@/lib/core/i18n/club-name";
import { isLocale, LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { type PickedText, pickText } from "@/lib/core/i18n/localized-text";
import { path } from "@/lib/core/paths";
import { type AtomEntry, writeAtom } from "@/lib/core/text/atom";
import { MOST_NEWS, type Newest } from "./newest.queries";
import { pageOf } from "./noun";

type Feed = {
  /** The page it follows, without language. */
  to: string;
  /** What the page is called, and what it says it is. */
  words: (locale: Locale) => { title: string; lead: string };
  /** What visitors read, the newest of each kind. */
  read: () => Promise<Newest[]>;
};

type Context = { params: Promise<{ locale: string }> };

/**
 * Where readers of feeds ask for what is new on a page (`/zh/projects/feed.xml`): the fifty newest as visitors read them, in
 * one language as far as there are words in it. It is asked for anew each time, and answers 304 as long as it is the same.
 */
export function feedRoute({ to, words, read }: Feed) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const { locale } = await params;
    if (!isLocale(locale)) return new Response(null, { status: 404 });
    const { APP_ORIGIN } = env();
    const page = APP_ORIGIN + path(locale, to);
    const { title, lead } = words(locale);
    const club = clubName(locale);
    const newest = (await read())
      .flat()
      .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
      .slice(0, MOST_NEWS);
    const feed = writeAtom({
      lang: LANGUAGE_TAG[locale],
      title: title ? `${title} · ${club}` : club,
      subtitle: lead,
      self: `${page}/feed.xml`,
      page,
      author: { name: club, page: APP_ORIGIN + path(locale, "/") },
      since: new Date(today()),
      entries: newest.map((entry) => toAtom(entry, locale)),
    });
    const headers = { "Cache-Control": "public, no-cache", ETag: `W/"${digestOf(feed)}"` };
    const known = knownAnswer(request, headers);
    if (known) return known;
    const type = { "Content-Type": "application/atom+xml; charset=utf-8" };
    return new Response(feed, { headers: { ...headers, ...type } });
  };
}

function toAtom({ title, originalLocale, ...entry }: Newest[number], locale: Locale) {
  const summary = pickText(entry.summary, locale, originalLocale);
  return {
    id: entry.id,
    title: inLanguage(pickText(title, locale, originalLocale) ?? NO_TITLE),
    summary: summary && inLanguage(summary),
    page: env().APP_ORIGIN + path(locale, pageOf(entry)),
    kind: entry.entryKind,
    publishedAt: entry.publishedAt,
    updatedAt: entry.updatedAt,
  } satisfies AtomEntry;
}

const NO_TITLE: PickedText = { text: "", lang: "fr", isFallback: false };

const inLanguage = ({ text, lang }: PickedText) => ({ text, lang: LANGUAGE_TAG[lang] });
