import type { Locale } from "@/lib/core/i18n/locales";
import type { OrganisationEntry } from "@/lib/organisations/organisation-entry";

export type FormGroupProps = {
  entry: OrganisationEntry;
  locale: Locale;
  /** The person has said already that it is another one of the same name. */
  isAnother?: boolean;
};
