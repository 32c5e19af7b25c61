import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { seenName } from "@/lib/organisations/organisation-name";
import type { Party } from "./queries";

type Named = Pick<Party, "name" | "slug" | "originalLocale">;

/** What a party is called, with its language where it is not the page's; one that may not be named is an organisation of the club. */
export const partyName = (party: Named, locale: Locale) =>
  seenName(party, locale, getTranslator(locale, "cooperations")("page.hiddenParty"));
