import type { EntryKind } from "@/db/enums";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OwnOffer } from "@/lib/entries/offers.queries";
import { LocalizedProse } from "../ui/localized-prose";

type OfferStandingProps = { kind: EntryKind; offer: OwnOffer; locale: Locale };

/** What comes next for an answered offer of the reader's own, and the words they sent; nothing while it is open. */
export function OfferStanding({ kind, offer, locale }: OfferStandingProps) {
  const t = getTranslator(locale, "translations");
  const { standing, since, words } = offer;
  if (standing === "offered") return null;
  return (
    <div className="space-y-2">
      <p className="max-w-measure text-muted text-sm">
        {t(standing === "accepted" ? `${kind}.accepted` : `standingHint.${standing}`, {
          day: formatDay(since, locale),
        })}
      </p>
      <LocalizedProse fallbackLabel={t("yourWords")} lang={offer.locale} text={words} />
    </div>
  );
}
