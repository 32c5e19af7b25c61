import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { RoomCard } from "@/lib/rooms/queries";
import { toTalkPerson } from "@/lib/rooms/talk-view";
import { PersonName } from "./person-name";

/** The same for a page that the server draws. */
export function RoomName({ person, locale }: { person: RoomCard; locale: Locale }) {
  const former = getTranslator(locale, "members")("former");
  return <PersonName former={former} person={toTalkPerson(person, locale)} />;
}
