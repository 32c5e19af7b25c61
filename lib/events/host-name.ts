import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { seenName } from "@/lib/organisations/organisation-name";
import type { Host } from "./hosts.queries";

type Named = Pick<Host, "name" | "slug" | "originalLocale">;

/** What an organisation that holds an event is called, with its language where it is not the page's, as far as the reader may know. */
export const hostName = (host: Named, locale: Locale) =>
  seenName(host, locale, getTranslator(locale, "events")("hosts.hidden"));
