import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import type { DoorParty } from "@/lib/events/attendance.queries";
import { bothScripts } from "@/lib/members/member-card";

/** Who a party is, for whoever keeps the door: both scripts of a name, since they look for what they hear. */
export function partyName(party: DoorParty, locale: Locale): string {
  const { familyName, givenName, nameOrder } = party;
  if (familyName === null || givenName === null || nameOrder === null) {
    return guestName(party.guestName, locale);
  }
  return bothScripts({ ...party, familyName, givenName, nameOrder }, locale);
}

/** How a guest without an account is called, as long as their name is kept. */
export function guestName(name: string | null, locale: Locale): string {
  const t = getTranslator(locale, "events");
  return name === null ? t("guest.gone") : t("guest.called", { name });
}

/** What to know of them at the door: companions, whether they have paid, and that no picture is to be taken. */
export function partyNotes(party: DoorParty, price: number | null, locale: Locale): string[] {
  const t = getTranslator(locale, "events");
  const { companions, paidAt, takesPhotos } = party;
  return [
    ...(companions.length > 0 ? [t("door.with", { names: sideBySide(companions, locale) })] : []),
    ...(price !== null && paidAt === null ? [t("door.unpaid")] : []),
    ...(takesPhotos ? [] : [t("door.noPhotos")]),
  ];
}
