import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { AsideForm } from "./aside-form";
import type { Aside } from "./aside-notice";

type AsideListProps = { asides: Aside[]; recall: FormAction; locale: Locale };

/** All that was set aside here, each to be suggested again; folded, since it is seldom asked for. */
export function AsideList({ asides, recall, locale }: AsideListProps) {
  if (asides.length === 0) return null;
  const t = getTranslator(locale, "matching");
  return (
    <details className="mt-10 border-hairline border-t pt-4">
      <summary className="cursor-pointer py-2 font-semibold text-secondary">
        {t("aside.title", { count: asides.length })}
      </summary>
      <ul className="divide-y divide-hairline">
        {asides.map(({ id, name }) => (
          <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2" key={id}>
            <span className="min-w-0" dir="auto">
              {name}
            </span>
            <AsideForm
              about={name}
              action={recall}
              hidden={{ dismissalId: id }}
              label={t("aside.recall")}
              locale={locale}
              scope={id}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
