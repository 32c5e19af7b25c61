import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { PageHeader } from "../ui/page-header";

/** In place of a page that shows people, for somebody who asks for too many at once; `refusal` says when to go on. */
export function TooManyPages({ locale, refusal }: { locale: Locale; refusal: string }) {
  const t = getTranslator(locale, "members");
  return <PageHeader lead={refusal} title={t("directory.limited")} />;
}
