import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { SavedSearch } from "@/lib/saved-searches/queries";
import { searchAddress } from "@/lib/saved-searches/saved-search";
import { Badge } from "../ui/badge";
import { MoveForm } from "../ui/move-form";

type SearchListProps = {
  searches: readonly SavedSearch[];
  drop: FormAction | null;
  locale: Locale;
};

/** The searches somebody keeps, each with the way to it and the button that lets it go where they may. */
export function SearchList({ searches, drop, locale }: SearchListProps) {
  const t = getTranslator(locale, "bookmarks");
  return (
    <section aria-labelledby="searches" className="mt-12">
      <h2 className="mb-3 font-semibold text-xl" id="searches">
        {t("searches.heading")}
      </h2>
      {searches.length === 0 ? (
        <p className="max-w-measure text-muted">{t("searches.none")}</p>
      ) : (
        <ul className="divide-y divide-hairline border-hairline border-y">
          {searches.map((search) => (
            <li
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4"
              key={search.id}
            >
              <div className="min-w-0">
                <Badge>{t(`searches.lists.${search.list}`)}</Badge>
                <p className="mt-1">
                  <a
                    className="wrap-anywhere font-semibold"
                    dir="auto"
                    href={path(locale, searchAddress(search))}
                  >
                    {search.name}
                  </a>
                </p>
              </div>
              {drop ? (
                <MoveForm
                  about={search.name}
                  action={drop}
                  hidden={{ searchId: search.id }}
                  label={t("searches.drop")}
                  locale={locale}
                  scope={`search-${search.id}`}
                  size="small"
                  variant="quiet"
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
