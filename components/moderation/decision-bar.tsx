import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { LinkButton } from "../ui/link-button";

/**
 * The way to the decision while a dossier is read on a phone: it sticks above the bottom bar until the decision itself,
 * which stands right below, comes into view. A link and no form, so that it needs no JavaScript. Last in the column of
 * what is read; `base.css` keeps what has the focus above it.
 */
export function DecisionBar({ locale }: { locale: Locale }) {
  return (
    <p className="no-print act-bar -mx-4 bg-surface px-4 sm:-mx-6 sm:px-6 md:pb-[calc(0.75rem+env(safe-area-inset-bottom))] lg:hidden">
      <LinkButton className="w-full" href="#decision">
        {getTranslator(locale, "admin")("decide.goTo")}
      </LinkButton>
    </p>
  );
}
