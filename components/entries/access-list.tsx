import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { EntryAccess } from "@/lib/entries/accesses.queries";
import { FoldArrow } from "../ui/fold-arrow";
import { MemberLink } from "./member-link";

type AccessListProps = { accesses: EntryAccess[]; locale: Locale };

/** Who opened what lies behind acceptance, and when last: for the owner. */
export function AccessList({ accesses, locale }: AccessListProps) {
  const t = getTranslator(locale, "entries");
  if (accesses.length === 0) return null;
  return (
    <details className="no-print">
      <summary className="flex min-h-11 items-center justify-between gap-2 font-semibold">
        {t("accesses.title", { count: accesses.length })}
        <FoldArrow />
      </summary>
      <p className="mb-3 max-w-measure text-secondary text-sm">{t("accesses.lead")}</p>
      <ul className="divide-y divide-hairline">
        {accesses.map((access) => (
          <li className="py-2" key={access.id}>
            <MemberLink className="font-semibold" locale={locale} member={access} />
            <span className="block text-secondary" dir="auto">
              {access.part === "text" || access.part === "owner"
                ? t(`accesses.${access.part}`)
                : t("accesses.file", { name: access.file ?? "" })}
            </span>
            <span className="block text-muted text-sm">
              {t("accesses.when", {
                at: formatInstant(access.lastAt, locale),
                times: access.times,
              })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
