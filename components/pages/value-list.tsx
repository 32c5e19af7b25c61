import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type PageValues, VALUE_NAMES } from "@/lib/pages/page-values";

type ValueListProps = { values: PageValues; locale: Locale };

/** What a page may name in braces, with what stands there today. */
export function ValueList({ values, locale }: ValueListProps) {
  const t = getTranslator(locale, "clubPages");
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center font-semibold text-link">
        {t("values.title")}
      </summary>
      <p className="mt-2 max-w-measure text-secondary">{t("values.lead")}</p>
      <dl className="mt-4 space-y-3">
        {VALUE_NAMES.map((name) => (
          <div key={name}>
            <dt>
              <code className="font-semibold">{`{${name}}`}</code>{" "}
              <span className="text-muted text-sm">{t(`values.${name}`)}</span>
            </dt>
            <dd className="break-words" dir="auto">
              {values[name]}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
