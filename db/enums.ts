/** Closed lists that the database checks too. Labels live in the catalogues (namespace `enums`). */
export const ROLES = ["member", "moderator", "administrator"] as const;
export type Role = (typeof ROLES)[number];

export const MEMBERSHIP_STATUSES = ["pending", "active", "suspended", "lapsed", "left"] as const;
export type MembershipStatus = (typeof MEMBERSHIP_STATUSES)[number];

export const VISIBILITIES = ["public", "members", "contacts", "team", "self"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const NAME_ORDERS = ["given-first", "family-first"] as const;
export type NameOrder = (typeof NAME_ORDERS)[number];

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const MODERATION_STATES = [
  "draft",
  "submitted",
  "changes-requested",
  "published",
  "refused",
  "withdrawn",
  "archived",
] as const;
export type ModerationState = (typeof MODERATION_STATES)[number];

export const PROGRESS_STATES = [
  "idea",
  "scoping",
  "seeking-partners",
  "paused",
  "negotiating",
  "in-progress",
  "completed",
  "on-hold",
  "dropped",
] as const;
export type ProgressState = (typeof PROGRESS_STATES)[number];

export const REVISION_STATES = [
  "draft",
  "submitted",
  "changes-requested",
  "published",
  "refused",
  "withdrawn",
] as const;
export type RevisionState = (typeof REVISION_STATES)[number];

export const PROFILE_TYPES = [
  "business-offer",
  "business-request",
  "technology-offer",
  "technology-request",
  "rd-request",
] as const;
export type ProfileType = (typeof PROFILE_TYPES)[number];

export const VERDICTS = [
  "published",
  "changes-requested",
  "refused",
  "suspended",
  "reinstated",
] as const;
export type Verdict = (typeof VERDICTS)[number];

export const SUBJECT_TYPES = ["account", "member", "project", "revision", "session"] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];
