import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { DuesDocument } from "@/lib/dues/own.queries";

type RelatedDocumentsProps = {
  others: DuesDocument["others"];
  base: "/account/dues" | "/admin/dues";
  locale: Locale;
};

/** What else was issued on the same call. */
export function RelatedDocuments({ others, base, locale }: RelatedDocumentsProps) {
  if (others.length === 0) return null;
  const t = getTranslator(locale, "dues");
  return (
    <section aria-labelledby="others" className="no-print">
      <h2 className="mb-2 font-semibold text-lg" id="others">
        {t("document.others")}
      </h2>
      <ul>
        {others.map(({ id, kind, number, issuedOn }) => (
          <li className="py-1" key={id}>
            <a href={path(locale, `${base}/${id}`)}>{t("numbered", { kind, number })}</a>
            <span className="text-muted">{` · ${formatDay(issuedOn, locale)}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
