import { TranslateCard } from "@/components/entries/translate-card";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { countOpenOffers, listOwnWaiting } from "@/lib/entries/offers.queries";
import { PROJECTS } from "@/lib/projects/project";
import { getProjectInSight } from "@/lib/projects/sight.queries";

type TranslateSectionProps = {
  viewer: Viewer | null;
  slug: string;
  locale: Locale;
  isOwn: boolean;
  /** The texts that the page shows. */
  texts: readonly LocalizedText[];
};

/** For members: the way to the translations of what they read. */
export async function TranslateSection(props: TranslateSectionProps) {
  const { viewer, slug, locale, isOwn, texts } = props;
  if (!isActiveMember(viewer)) return null;
  const waiting = isOwn ? await countOpenOffers(viewer, PROJECTS, slug) : new Map<Locale, number>();
  const ownOffers = isOwn
    ? []
    : await listOwnWaiting(viewer, PROJECTS, await getProjectInSight(viewer, slug));
  const isWritten = (text: LocalizedText) => Object.values(text).some(Boolean);
  return (
    <TranslateCard
      entry={{ entryKind: "project", slug }}
      isMissing={texts.some((text) => isWritten(text) && !text[locale])}
      isOwn={isOwn}
      locale={locale}
      ownOffers={ownOffers}
      waiting={waiting}
    />
  );
}
