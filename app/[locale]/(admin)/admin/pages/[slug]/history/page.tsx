import { notFound } from "next/navigation";
import { requireStaff } from "@/lib/core/auth/viewer";
import { formatDay, today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { restoreVersionAction } from "@/lib/pages/actions";
import { PAGES, type PageContent } from "@/lib/pages/page";
import { canWritePages } from "@/lib/pages/policy";
import {
  HistoryPage,
  type HistoryPageProps,
  historyMetadata,
} from "../../../../../(club)/entry-history-page";

export const generateMetadata = historyMetadata(PAGES);

export default async function ClubPageHistory(props: HistoryPageProps) {
  if (!canWritePages(await requireStaff())) notFound();
  return <HistoryPage {...props} noun={PAGES} restore={restoreVersionAction} since={effectWords} />;
}

/** Since when the text online is in force, or from when it will be. */
function effectWords(_entry: object, { effectiveOn }: PageContent, locale: Locale) {
  if (!effectiveOn) return null;
  const day = formatDay(effectiveOn, locale);
  return getTranslator(locale, "clubPages")(effectiveOn > today() ? "coming" : "own", { day });
}
