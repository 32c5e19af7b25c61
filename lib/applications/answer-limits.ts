/** Characters an answer may have when it is handed in, as people count them. */
export const ANSWER_MAX = {
  familyName: 80,
  givenName: 80,
  nameZh: 30,
  jobTitle: 120,
  phone: 40,
  wechat: 40,
  legalName: 200,
  chineseName: 100,
  registrationId: 40,
  headOfficeElsewhere: 120,
  website: 300,
  pitch: 600,
  expectations: 800,
  contribution: 800,
  sponsor: 160,
  answer: 2000,
} as const;

/** What a draft keeps of a text that is still too long. */
export const DRAFT_MAX = { line: 400, paragraph: 4000 } as const;

export const SECTORS_MAX = 3;
