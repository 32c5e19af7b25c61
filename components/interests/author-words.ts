import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { revealedName } from "@/lib/interests/interest-words";
import type { InterestPage } from "@/lib/interests/queries";

/** Who wrote or moved: you, the other by name once it may be read, or the portal (null). */
export function authorWords(
  isMine: boolean | null,
  interest: InterestPage,
  locale: Locale,
): string {
  const t = getTranslator(locale, "interests");
  if (isMine === null) return t("by.portal");
  if (isMine) return t("by.me");
  const other = interest.party === "owner" ? "sender" : "owner";
  return revealedName(interest, locale)?.text ?? t(`by.${other}`);
}
