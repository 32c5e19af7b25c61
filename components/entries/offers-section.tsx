import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { TranslationSheet } from "@/lib/entries/translation-sheet.queries";
import { BundleCard } from "./bundle-card";
import { OfferCard } from "./offer-card";

type OffersSectionProps = {
  sheet: TranslationSheet;
  locale: Locale;
  actions: Record<"accept" | "acceptAll" | "decline", FormAction>;
};

/** What members offer the owner, oldest first; before it, what can be accepted in one go. */
export function OffersSection({ sheet, locale, actions }: OffersSectionProps) {
  const { offers, bundles, original, canSave } = sheet;
  const { kind } = sheet.noun;
  if (offers.length === 0) return null;
  return (
    <section aria-labelledby="offers" className="mb-10">
      <h2 className="mb-4 font-semibold text-2xl" id="offers">
        {getTranslator(locale, "translations")("offers.title", { count: offers.length })}
      </h2>
      {canSave && bundles.length > 0 ? (
        <ul className="mb-4 space-y-4">
          {bundles.map((bundle) => (
            <BundleCard
              acceptAll={actions.acceptAll}
              bundle={bundle}
              key={bundle.offerId}
              kind={kind}
              locale={locale}
            />
          ))}
        </ul>
      ) : null}
      <ul className="space-y-4">
        {offers.map((offer) => (
          <OfferCard
            actions={actions}
            canAccept={canSave}
            key={offer.id}
            kind={kind}
            locale={locale}
            offer={offer}
            original={original}
          />
        ))}
      </ul>
    </section>
  );
}
