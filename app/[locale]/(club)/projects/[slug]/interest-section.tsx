import { InterestDoor } from "@/components/interests/interest-door";
import { mayRead } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { getApproach } from "@/lib/interests/sending.queries";

type InterestSectionProps = { viewer: Viewer | null; slug: string; locale: Locale };

/** For active members before somebody else's project. */
export async function InterestSection({ viewer, slug, locale }: InterestSectionProps) {
  if (!mayRead(viewer)) return null;
  const approach = await getApproach(viewer, slug);
  if (!approach) return null;
  return <InterestDoor approach={approach} locale={locale} viewer={viewer} />;
}
