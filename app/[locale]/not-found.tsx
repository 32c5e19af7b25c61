import { headers } from "next/headers";
import { MissingPage } from "@/components/shell/missing-page";
import { DEFAULT_LOCALE, isLocale } from "@/lib/core/i18n/locales";

export default async function NotFound() {
  const asked = (await headers()).get("x-club-locale");
  return <MissingPage locale={isLocale(asked) ? asked : DEFAULT_LOCALE} />;
}
