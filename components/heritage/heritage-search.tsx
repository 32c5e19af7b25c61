import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Button } from "../ui/button";
import { CONTROL } from "../ui/field-style";

type HeritageSearchProps = {
  /** Where the answer stands, with its language. */
  action: string;
  q: string;
  /** How many were found, where something was typed. */
  found: number | null;
  locale: Locale;
};

/** Looks for words among the dates, institutions and figures; says how many have them, with the way back to all. */
export function HeritageSearch({ action, q, found, locale }: HeritageSearchProps) {
  const t = getTranslator(locale, "heritage");
  return (
    <search className="no-print mb-12 block">
      <form action={action} className="flex max-w-md items-end gap-3">
        <label className="grow font-semibold">
          {t("search.label")}
          <input
            className={`${CONTROL} mt-1 min-h-11 font-normal`}
            defaultValue={q}
            maxLength={200}
            name="q"
            type="search"
          />
        </label>
        <Button type="submit" variant="secondary">
          {t("search.apply")}
        </Button>
      </form>
      {found === null ? null : (
        <p className="mt-3 text-muted">
          {t("search.found", { count: found })} <a href={action}>{t("search.all")}</a>
        </p>
      )}
    </search>
  );
}
