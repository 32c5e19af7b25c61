import type { Metadata } from "next";
import { headers } from "next/headers";
import { MissingPage } from "@/components/shell/missing-page";
import { getViewer } from "@/lib/core/auth/viewer";
import { isLocale } from "@/lib/core/i18n/locales";
import type { PageProps } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const title = isLocale(locale) ? getTranslator(locale, "pages")("notFound.title") : undefined;
  return { title, robots: { index: false } };
}

/** Stands in, without JavaScript too, for every address that has no page: see scripts/front/missing-page.mjs. */
export default async function Missing({ params }: PageProps) {
  const { locale } = await params;
  if (!isLocale(locale)) return null;
  const asked = (await headers()).get("x-club-path") ?? "/";
  return <MissingPage locale={locale} next={(await getViewer()) ? null : asked} />;
}
