import { ORGANISATION_MAX } from "@/lib/organisations/organisation-content";

/** Characters an answer may have when it is handed in, as people count them; its organisation's are those of its page. */
export const ANSWER_MAX = {
  familyName: 80,
  givenName: 80,
  nameZh: 30,
  jobTitle: 120,
  phone: 40,
  wechat: 40,
  legalName: ORGANISATION_MAX.name,
  chineseName: 100,
  registrationId: ORGANISATION_MAX.number,
  headOfficeElsewhere: 120,
  website: ORGANISATION_MAX.website,
  pitch: 600,
  expectations: 800,
  contribution: 800,
  sponsor: 160,
  answer: 2000,
} as const;

/** What a draft keeps of a text that is still too long. */
export const DRAFT_MAX = { line: 400, paragraph: 4000 } as const;

export const SECTORS_MAX = 3;
