import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { TranslationSheet } from "@/lib/projects/translations/queries";
import { OfferCard } from "./offer-card";

type OffersSectionProps = {
  sheet: TranslationSheet;
  locale: Locale;
  actions: Record<"accept" | "decline", FormAction>;
};

/** What members offer the owner, oldest first. */
export function OffersSection({ sheet, locale, actions }: OffersSectionProps) {
  const { offers, original, canSave } = sheet;
  if (offers.length === 0) return null;
  return (
    <section aria-labelledby="offers" className="mb-10">
      <h2 className="mb-4 font-semibold text-2xl" id="offers">
        {getTranslator(locale, "translations")("offers.title", { count: offers.length })}
      </h2>
      <ul className="space-y-4">
        {offers.map((offer) => (
          <OfferCard
            actions={actions}
            canAccept={canSave}
            key={offer.id}
            locale={locale}
            offer={offer}
            original={original}
          />
        ))}
      </ul>
    </section>
  );
}
