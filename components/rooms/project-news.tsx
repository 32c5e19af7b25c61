import type { ReactNode } from "react";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import type { PublicUpdate } from "@/lib/rooms/updates.queries";
import { LocalizedProse } from "../ui/localized-prose";

type ProjectNewsProps = {
  updates: PublicUpdate[];
  locale: Locale;
  /** What stands under each, by key. */
  takeDowns: ReadonlyMap<string, ReactNode>;
};

/** What a project's people tell everybody, as its team. */
export function ProjectNews({ updates, locale, takeDowns }: ProjectNewsProps) {
  const t = getTranslator(locale, "rooms");
  if (updates.length === 0) return null;
  return (
    <section aria-labelledby="project-news" className="mt-12">
      <h2 className="mb-3 font-semibold text-xl" id="project-news">
        {t("updates.onProject")}
      </h2>
      <ul className="divide-y divide-hairline border-hairline border-y">
        {updates.map(({ id, words, locale: lang, createdAt }) => (
          <li className="space-y-1 py-4" key={id}>
            <p className="text-muted text-sm">
              {t("updates.byTeam", { day: formatDay(createdAt, locale) })}
            </p>
            <LocalizedProse
              fallbackLabel={lang === locale ? undefined : fallbackLabel(locale, lang)}
              hasLinks
              lang={lang}
              text={words}
            />
            {takeDowns.get(id)}
          </li>
        ))}
      </ul>
    </section>
  );
}
