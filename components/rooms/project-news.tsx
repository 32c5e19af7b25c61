import { referenceLabel } from "@/db/reference/lists";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import type { PublicUpdate } from "@/lib/rooms/updates/queries";
import { LocalizedProse } from "../ui/localized-prose";

type ProjectNewsProps = { updates: PublicUpdate[]; locale: Locale };

/** What a project's people tell everybody, by their roles. */
export function ProjectNews({ updates, locale }: ProjectNewsProps) {
  const t = getTranslator(locale, "rooms");
  if (updates.length === 0) return null;
  return (
    <section aria-labelledby="project-news" className="mt-12">
      <h2 className="mb-3 font-semibold text-xl" id="project-news">
        {t("updates.onProject")}
      </h2>
      <ul className="divide-y divide-hairline border-hairline border-y">
        {updates.map(({ id, words, locale: lang, createdAt, role }) => (
          <li className="space-y-1 py-4" key={id}>
            <p className="text-muted text-sm">
              {role
                ? t("updates.byRole", {
                    role: referenceLabel("roomRoles", role, locale),
                    day: formatDay(createdAt, locale),
                  })
                : formatDay(createdAt, locale)}
            </p>
            <LocalizedProse
              fallbackLabel={lang === locale ? undefined : fallbackLabel(locale, lang)}
              lang={lang}
              text={words}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
