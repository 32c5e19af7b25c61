import { formatDay } from "@/lib/core/dates";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";

export type LinkedProject = {
  slug: string;
  title: LocalizedText;
  originalLocale: Locale;
  publishedAt: Date | null;
};

/** Published projects by title, with the day they came out. */
export function ProjectLinks({ projects, locale }: { projects: LinkedProject[]; locale: Locale }) {
  return (
    <ul className="divide-y divide-hairline border-hairline border-y">
      {projects.map(({ slug, title, originalLocale, publishedAt }) => {
        const picked = pickText(title, locale, originalLocale);
        return (
          <li className="py-3" key={slug}>
            <a
              className="font-semibold"
              href={path(locale, `/projects/${slug}`)}
              lang={picked ? LANGUAGE_TAG[picked.lang] : undefined}
            >
              {picked?.text}
            </a>
            <p className="text-muted text-sm">
              {publishedAt ? formatDay(publishedAt, locale) : null}
              {picked?.isFallback ? ` · ${fallbackLabel(locale, picked.lang)}` : null}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
