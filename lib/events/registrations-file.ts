import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { bothScripts } from "@/lib/members/member-card";
import type { RegistrationsFile } from "./registrations-file.queries";

type Party = RegistrationsFile["parties"][number];

/** The registrations of an event as rows of a table, a heading first, in a language: what the list shows to whoever keeps it. */
export function registrationRows(
  { price, parties }: RegistrationsFile,
  locale: Locale,
): string[][] {
  const t = getTranslator(locale, "events");
  const yes = (is: boolean) => t(is ? "registrations.file.yes" : "registrations.file.no");
  const heads = ["state", "companions", "people", "paid", "photos"] as const;
  const [state, companions, people, paid, photos] = heads.map((one) =>
    t(`registrations.file.${one}`),
  ) as [string, string, string, string, string];
  const rows = parties.map((party) => {
    const named = party.companions.filter((name) => name !== "");
    return [
      nameOf(party, locale),
      named.join(" / "),
      String(1 + party.companions.length),
      t(`registrations.state.${party.state}`),
      formatInstant(party.createdAt, locale),
      price === null ? "" : yes(party.paidAt !== null),
      yes(party.takesPhotos),
      party.note ?? "",
    ];
  });
  const [person, at, note] = (["person", "at", "note"] as const).map((one) =>
    t(`registrations.${one}`),
  ) as [string, string, string];
  return [[person, companions, people, state, at, paid, photos, note], ...rows];
}

/** Both scripts of a name, since a list at the door is searched by what is heard. */
function nameOf(party: Party, locale: Locale): string {
  const { familyName, givenName, nameOrder, guestId, guestName, hasPage } = party;
  if (guestId !== null) return guestName ?? getTranslator(locale, "events")("guest.gone");
  const isNamed = hasPage && familyName !== null && givenName !== null && nameOrder !== null;
  if (!isNamed) return getTranslator(locale, "events")("registrations.somebody");
  return bothScripts({ ...party, familyName, givenName, nameOrder }, locale);
}
