import { type ReferenceList, referenceLabel } from "@/db/reference/lists";
import type { ApplicationDossier } from "@/lib/applications/vetting/dossier.queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { listed } from "@/lib/core/i18n/word-list";

export type AnswersProps = { locale: Locale; application: ApplicationDossier };

/** The labels of slugs in one line; empty without any. */
export function labelsLine(
  list: ReferenceList,
  slugs: readonly (string | undefined)[],
  locale: Locale,
): string {
  const labels = slugs.flatMap((slug) => (slug ? [referenceLabel(list, slug, locale)] : []));
  return listed(labels, locale);
}
