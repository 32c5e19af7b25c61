import type { Country, NameOrder } from "@/db/enums";
import type { Tick } from "@/lib/consents/tick";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";

/** What an applicant says, by field; a draft holds any part of it. Slugs are those of the reference lists. */
export type ApplicationAnswers = {
  familyName?: string;
  givenName?: string;
  nameOrder?: NameOrder;
  nameZh?: string;
  jobTitle?: LocalizedText;
  /** As E.164 writes it, or as typed while it is no number. */
  phone?: string;
  wechat?: string;
  languages?: string[];
  legalName?: string;
  chineseName?: string;
  /** `organisationKinds` */
  organisationKind?: string;
  country?: Country;
  /** SIREN in France, Unified Social Credit Code in mainland China; empty elsewhere and before registration. */
  registrationId?: string;
  /** `lyonPlaces` or `cities`; where it is elsewhere, `headOfficeElsewhere` names the place. */
  headOffice?: string;
  headOfficeElsewhere?: string;
  /** `organisationSizes` */
  headcount?: string;
  sectors?: string[];
  website?: string;
  pitch?: LocalizedText;
  activityKinds?: string[];
  activityStage?: string;
  cities?: string[];
  expectations?: string;
  contribution?: string;
  /** Name or address of the member who sponsors them. */
  sponsor?: string;
  /** `membershipCategories` */
  category?: string;
  consents?: Tick[];
};
