import type {
  ActivityStage,
  AffiliationRole,
  ApplicationState,
  Country,
  Direction,
  InterestMessageKind,
  InterestState,
  IntroductionAnswer,
  MailingKind,
  MailingState,
  MembershipStatus,
  MessageKind,
  ModerationState,
  NameOrder,
  PageVisibility,
  RequestKind,
  RevisionState,
  Role,
  Stance,
  Verdict,
  Visibility,
} from "@/db/enums";
import activities from "@/db/seed/demo/activities.json";
import applications from "@/db/seed/demo/applications.json";
import experiences from "@/db/seed/demo/experiences.json";
import interests from "@/db/seed/demo/interests.json";
import introductions from "@/db/seed/demo/introductions.json";
import mailings from "@/db/seed/demo/mailings.json";
import members from "@/db/seed/demo/members.json";
import organisations from "@/db/seed/demo/organisations.json";
import projects from "@/db/seed/demo/projects.json";
import requests from "@/db/seed/demo/requests.json";
import type { StoredText } from "@/db/stored";
import type { ApplicationAnswers } from "@/lib/applications/answers";
import type { Locale } from "@/lib/core/i18n/locales";
import type { ExperienceContent } from "@/lib/experiences/experience";
import type { ProjectContent } from "@/lib/projects/project";
import { versionOf } from "./demo-consents";
import type { DemoTime } from "./demo-times";

export type DemoDecision = {
  verdict: Verdict;
  reasonCode: string | null;
  words: StoredText | null;
  decidedBy: string;
  decidedAt: string;
};

export type DemoAccount = {
  slug: string;
  role: Role;
  status: MembershipStatus;
  locale: Locale;
  displayName: StoredText;
  email: string;
};

export type DemoMember = {
  slug: string;
  familyName: string;
  givenName: string;
  nameOrder: NameOrder;
  nameZh?: string | null;
  role: Role;
  status: MembershipStatus;
  category: string;
  clubFunction?: string | null;
  joinedOn: string | null;
  mayIntroduce?: boolean;
  locale: Locale;
  originalLocale: Locale;
  organisation: string;
  /** Slugs of the organisations whose pages they manage. */
  manages: string[];
  otherOrganisations: { slug: string; position: StoredText }[];
  jobTitle: StoredText;
  bio: StoredText;
  offers: StoredText;
  needs: StoredText;
  languages: string[];
  sectors: string[];
  cities: string[];
  email: string;
  phone?: string;
  wechat?: string | null;
  visibility?: Record<string, Visibility>;
  /** Slugs of `consentPurposes`, given on joining. */
  consents: string[];
  /** What was taken back, and on which day. */
  withdrawnConsents: Record<string, string>;
  stale?: Record<string, string[]>;
  decision?: DemoDecision;
};

export type DemoOrganisation = {
  slug: string;
  originalLocale: Locale;
  name: StoredText;
  description: StoredText;
  kind: string;
  size?: string;
  sectors: string[];
  country: Country;
  place: string;
  sites: string[];
  founded?: number;
  website?: string;
  siren?: string;
  siret?: string;
  vat?: string;
  uscc?: string;
  parentUscc?: string;
  visibility: PageVisibility;
  stale?: Record<string, string[]>;
  /** The day it came into the portal. */
  listedOn: string;
};

export type DemoActivity = {
  slug: string;
  member: string;
  organisation: string | null;
  kind: string;
  direction: Direction;
  stage: ActivityStage;
  sectors: string[];
  cities: string[];
  since: number;
  until: number | null;
  partner: string | null;
  headcountBand: string | null;
  originalLocale: Locale;
  title: StoredText;
  summary: StoredText;
  stale: Record<string, string[]>;
  visibility: PageVisibility;
  confirmedDaysAgo: number;
};

export type DemoProject = ProjectContent & {
  slug: string;
  owner: string;
  moderation: ModerationState;
  stale: Record<string, string[]>;
  createdAt: string;
  submittedAt?: string | null;
  publishedAt?: string | null;
  decisions?: DemoDecision[];
  revision?: {
    state: RevisionState;
    changes: Record<string, unknown>;
    stale?: Record<string, string[]>;
    createdAt: string;
    submittedAt?: string | null;
  };
};

export type DemoExperience = ExperienceContent & {
  slug: string;
  author: string;
  organisation: string;
  /** What it is about besides, by its slug. */
  project: string | null;
  activity: string | null;
  moderation: ModerationState;
  publishedAt: string;
  /** Its author was asked whether it holds, and has not answered. */
  isUnconfirmed: boolean;
  opinions: {
    member: string;
    stance: Stance;
    locale: Locale;
    words: string;
    sinceYear: number | null;
    daysAgo: number;
  }[];
};

export type DemoApplication = {
  slug: string;
  email: string;
  locale: Locale;
  state: ApplicationState;
  /** The member whom the approval made. */
  member: string | null;
  takenBy: string | null;
  createdAt: DemoTime;
  submittedAt: DemoTime | null;
  takenAt: DemoTime | null;
  decidedAt: DemoTime | null;
  withdrawnAt: DemoTime | null;
  answers: ApplicationAnswers;
  /** The applicant's own have no author. */
  messages: { kind: MessageKind; author: string | null; at: DemoTime; words: string }[];
  decisions: {
    verdict: Verdict;
    reasonCode: string | null;
    words: string | null;
    decidedBy: string;
    at: DemoTime;
  }[];
};

export type DemoRequest = {
  member: string;
  organisation: string;
  kind: RequestKind;
  daysAgo: number;
  words: string;
};

export type DemoInvitation = {
  organisation: string;
  invitedBy: string;
  email: string;
  locale: Locale;
  role: AffiliationRole;
  daysAgo: number;
};

export type DemoInterest = {
  member: string;
  project: string;
  locale: Locale;
  cooperation: string;
  unclear: string;
  about: string;
  /** The last is where it stands; the portal's own have no author. */
  moves: {
    state: InterestState;
    by: "sender" | "owner" | null;
    daysAgo: number;
    reasonCode: string | null;
    words: string | null;
  }[];
  messages: { by: "sender" | "owner"; kind: InterestMessageKind; daysAgo: number; words: string }[];
};

export type DemoIntroduction = {
  asker: string;
  asked: string;
  /** Who is to pass it on. */
  through?: string;
  locale: Locale;
  words: string;
  daysAgo: number;
  answer: IntroductionAnswer | null;
};

type StoredApplication = (typeof applications.items)[number];

/** The file names purposes alone: the boxes were ticked beside the texts in force, in the applicant's language. */
function withTicks({ answers, ...application }: StoredApplication): DemoApplication {
  const { consents = [], ...others } = answers;
  const locale = application.locale as Locale;
  const ticks = consents.map((purpose) => ({ purpose, version: versionOf(purpose), locale }));
  const given = ticks.length > 0 ? { ...others, consents: ticks } : others;
  return { ...application, answers: given } as unknown as DemoApplication;
}

/** The fictitious club, as the seed files tell it. */
/** Days are counted from the seed. */
export type DemoMailing = {
  kind: MailingKind;
  state: MailingState;
  subject: StoredText;
  body: StoredText;
  startedDaysAgo: number | null;
  shownForDays: number | null;
};

export const DEMO = {
  accounts: members.accounts as DemoAccount[],
  members: members.items as unknown as DemoMember[],
  organisations: organisations.items as DemoOrganisation[],
  activities: activities.items as unknown as DemoActivity[],
  projects: projects.items as unknown as DemoProject[],
  experiences: experiences.items as DemoExperience[],
  applications: applications.items.map(withTicks),
  requests: requests.requests as DemoRequest[],
  invitations: requests.invitations as DemoInvitation[],
  interests: interests.interests as DemoInterest[],
  introductions: introductions.introductions as DemoIntroduction[],
  mailings: mailings.items as DemoMailing[],
};

/** One password for every demo account; the README shows it. */
export const DEMO_PASSWORD = "confluence-2014-kapok";
