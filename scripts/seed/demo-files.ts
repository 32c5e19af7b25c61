import type { StoredText } from "@/db/columns";
import type {
  MembershipStatus,
  ModerationState,
  NameOrder,
  ProfileType,
  ProgressState,
  RevisionState,
  Role,
  Verdict,
  Visibility,
} from "@/db/enums";
import members from "@/db/seed/demo/members.json";
import organisations from "@/db/seed/demo/organisations.json";
import projects from "@/db/seed/demo/projects.json";

type Locale = "fr" | "en" | "zh";

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
  locale: Locale;
  originalLocale: Locale;
  organisation: string;
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
  stale?: Record<string, string[]>;
  decision?: DemoDecision;
};

export type DemoOrganisation = {
  slug: string;
  name: StoredText;
  description: StoredText;
  kind: string;
  size?: string;
  sectors: string[];
  place?: string;
  founded?: number;
  website?: string;
  siren?: string;
  vat?: string;
  parentUscc?: string;
};

export type DemoProject = {
  slug: string;
  owner: string;
  moderation: ModerationState;
  progress: ProgressState;
  acceptingInterests: boolean;
  originalLocale: Locale;
  profileType: ProfileType;
  kind: string;
  title: StoredText;
  teaser: StoredText;
  summary: StoredText;
  offered: StoredText;
  sought: StoredText;
  advantages: StoredText;
  partnerTask: StoredText;
  stale: Record<string, string[]>;
  partnerRole: string | null;
  partnerKinds: string[];
  partnershipTypes: string[];
  developmentStage: string | null;
  ipStatuses: string[];
  sectors: string[];
  cities: string[];
  languages: string[];
  budgetBand: string | null;
  startsOn: string | null;
  deadline: string | null;
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

/** The fictitious club, as the seed files tell it. */
export const DEMO = {
  accounts: members.accounts as DemoAccount[],
  members: members.items as unknown as DemoMember[],
  organisations: organisations.items as DemoOrganisation[],
  projects: projects.items as unknown as DemoProject[],
};

/** One password for every demo account; the README shows it. */
export const DEMO_PASSWORD = "confluence-2014-kapok";
