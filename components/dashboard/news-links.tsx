import { formatDay } from "@/lib/core/dates";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import type { NewsItem } from "@/lib/dashboard/news.queries";
import { Badge } from "../ui/badge";
import { Face } from "../ui/face";

const SEPARATOR = "\u00a0· ";

type NewsLinksProps = {
  locale: Locale;
  items: NewsItem[];
  words: { untitled: string; changed: string };
};

/** What is new or has changed, by title, with what it is and when that was. */
export function NewsLinks({ locale, items, words }: NewsLinksProps) {
  return (
    <ul className="divide-y divide-hairline border-hairline border-y">
      {items.map(({ to, title, about, by, at, isChanged }) => {
        const facts = [...about, formatDay(at, locale)];
        if (title?.isFallback) facts.push(fallbackLabel(locale, title.lang));
        return (
          <li className="py-3" key={to}>
            <a
              className="font-semibold"
              href={path(locale, to)}
              lang={title ? LANGUAGE_TAG[title.lang] : undefined}
            >
              {title?.text ?? words.untitled}
            </a>
            {isChanged ? (
              <span className="ml-2">
                <Badge tone="info">{words.changed}</Badge>
              </span>
            ) : null}
            <p className="text-muted text-sm">
              {by ? (
                <>
                  <Face face={by.face} size="small" />{" "}
                  <span lang={by.isChinese ? LANGUAGE_TAG.zh : undefined}>{by.text}</span>
                  {SEPARATOR}
                </>
              ) : null}
              {facts.join(SEPARATOR)}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
