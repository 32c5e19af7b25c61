import { formatDay } from "@/lib/core/dates";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import type { NewsItem } from "@/lib/dashboard/news/queries";

type NewsLinksProps = { locale: Locale; items: NewsItem[]; untitled: string };

/** What is new, by title, with what it is and since when it is there. */
export function NewsLinks({ locale, items, untitled }: NewsLinksProps) {
  return (
    <ul className="divide-y divide-hairline border-hairline border-y">
      {items.map(({ to, title, about, at }) => {
        const facts = [...about, formatDay(at, locale)];
        if (title?.isFallback) facts.push(fallbackLabel(locale, title.lang));
        return (
          <li className="py-3" key={to}>
            <a
              className="font-semibold"
              href={path(locale, to)}
              lang={title ? LANGUAGE_TAG[title.lang] : undefined}
            >
              {title?.text ?? untitled}
            </a>
            <p className="text-muted text-sm">{facts.join("\u00a0· ")}</p>
          </li>
        );
      })}
    </ul>
  );
}
