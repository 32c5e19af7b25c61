import type { ComponentProps } from "react";
import { TranslateCard } from "@/components/entries/translate-card";
import { mayAct } from "@/lib/core/auth/standing";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import type { Noun } from "@/lib/entries/noun";
import { countOpenOffers } from "@/lib/entries/offers.queries";

type TranslateSectionProps = Pick<
  ComponentProps<typeof TranslateCard>,
  "locale" | "isOwn" | "ownOffers"
> & {
  viewer: Viewer | null;
  noun: Noun;
  slug: string;
  /** The texts that the page shows. */
  texts: readonly (LocalizedText | undefined)[];
};

/** For members, and for administrators of what is the club's: the way to the translations of what they read. */
export async function TranslateSection(props: TranslateSectionProps) {
  const { viewer, noun, slug, texts, ...card } = props;
  const { isOwn, locale } = card;
  const isKeeper = isOwn && mayAct(viewer);
  if (!viewer || !(isKeeper || isActiveMember(viewer))) return null;
  const waiting = isOwn ? await countOpenOffers(viewer, noun, slug) : new Map<Locale, number>();
  const isMissing = texts.some((text = {}) => Object.values(text).some(Boolean) && !text[locale]);
  return (
    <TranslateCard
      {...card}
      entry={{ entryKind: noun.kind, slug }}
      isMissing={isMissing}
      waiting={waiting}
    />
  );
}
