import type { OwnApplication } from "@/lib/applications/queries";
import type { Locale } from "@/lib/core/i18n/locales";

export type StepFieldsProps = {
  application: OwnApplication;
  locale: Locale;
  /** The club's address, which the texts of consents name. */
  contact: string;
};
