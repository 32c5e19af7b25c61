import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";

/** The way back from a page of one's account. */
export function BackToAccount({ locale }: { locale: Locale }) {
  return (
    <Breadcrumbs
      items={[
        {
          label: getTranslator(locale, "accounts")("account.title"),
          href: path(locale, "/account"),
        },
      ]}
      label={getTranslator(locale, "ui")("breadcrumbs")}
    />
  );
}
