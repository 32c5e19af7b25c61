import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Notice } from "../ui/notice";
import { PageHeader } from "../ui/page-header";

/** In place of a page of people, for somebody who asks for too many at once. */
export function TooManyPages({ locale, refusal }: { locale: Locale; refusal: string }) {
  const t = getTranslator(locale, "members");
  return (
    <>
      <PageHeader title={t("directory.title")} />
      <Notice title={t("directory.limited")} tone="warning">
        {refusal}
      </Notice>
    </>
  );
}
