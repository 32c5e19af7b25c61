import type { OwnApplication } from "@/lib/applications/queries";
import type { Locale } from "@/lib/core/i18n/locales";

export type StepFieldsProps = {
  application: OwnApplication;
  locale: Locale;
  /** The club's address, which the texts of consents name. */
  contact: string;
  /** What a category of members pays, in words; none where the club has not said it. */
  fees?: Readonly<Record<string, string>>;
};
