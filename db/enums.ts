/** Closed lists that the database checks too. Labels live in the catalogues (namespace `enums`). */
export const ROLES = ["member", "moderator", "administrator"] as const;
export type Role = (typeof ROLES)[number];

export const MEMBERSHIP_STATUSES = ["pending", "active", "suspended", "lapsed", "left"] as const;
export type MembershipStatus = (typeof MEMBERSHIP_STATUSES)[number];

/** Who reads what members read, who writes as a member, and whose things others come upon (lib/core/auth/standing.ts). */
export const READING_STATUSES = ["active", "lapsed"] as const satisfies readonly MembershipStatus[];
export const ACTING_STATUSES = ["active"] as const satisfies readonly MembershipStatus[];
export const PRESENT_STATUSES = ["active", "lapsed"] as const satisfies readonly MembershipStatus[];

export const VISIBILITIES = ["public", "members", "contacts", "team", "self"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const NAME_ORDERS = ["given-first", "family-first"] as const;
export type NameOrder = (typeof NAME_ORDERS)[number];

/** How often somebody gets the digest; whoever wants none switches its group of mails off. */
export const DIGEST_RHYTHMS = ["weekly", "daily"] as const;
export type DigestRhythm = (typeof DIGEST_RHYTHMS)[number];

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
  "info-requested",
  "approved",
] as const;
export type Verdict = (typeof VERDICTS)[number];

export const SUBJECT_TYPES = [
  "account",
  "member",
  "project",
  "experience",
  "cooperation",
  "heritage",
  "page",
  "ask",
  "event",
  "revision",
  "session",
  "application",
  "organisation",
  "activity",
  "interest",
  "introduction",
  "room",
  "question",
  "update",
  "message",
  "opinion",
  "report",
] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** What the club team can take down: these kinds of subject are published by a member. */
export const TAKEN_DOWN_TYPES = [
  "project",
  "experience",
  "cooperation",
  "heritage",
  "page",
  "ask",
  "event",
  "activity",
  "organisation",
  "member",
  "question",
  "update",
  "message",
  "opinion",
] as const satisfies readonly SubjectType[];
export type TakenDownType = (typeof TAKEN_DOWN_TYPES)[number];

export const TAKE_DOWN_ACTS = ["taken-down", "put-back"] as const;
export type TakeDownAct = (typeof TAKE_DOWN_ACTS)[number];

export const APPLICATION_STATES = [
  "draft",
  "submitted",
  "under-review",
  "info-requested",
  "approved",
  "refused",
  "withdrawn",
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** `note` is for the club team only. */
export const MESSAGE_KINDS = ["question", "answer", "note"] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Where an organisation is registered; it decides which numbers it has. */
export const COUNTRIES = ["fr", "cn", "hk", "mo", "other"] as const;
export type Country = (typeof COUNTRIES)[number];

export const AFFILIATION_ROLES = ["person", "manager"] as const;
export type AffiliationRole = (typeof AFFILIATION_ROLES)[number];

/** To join an organisation as a person, or to claim one that nobody manages. */
export const REQUEST_KINDS = ["join", "claim"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_STATES = ["open", "accepted", "declined", "withdrawn"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** Who sees an organisation's page or an activity. */
export const PAGE_VISIBILITIES = ["public", "members", "team", "self"] as const;
export type PageVisibility = (typeof PAGE_VISIBILITIES)[number];

export const DIRECTIONS = ["lyon-to-china", "china-to-lyon", "both"] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const ACTIVITY_STAGES = [
  "exploring",
  "setting-up",
  "operating",
  "scaling",
  "suspended",
  "exited",
] as const;
export type ActivityStage = (typeof ACTIVITY_STAGES)[number];

/** What is published as a text with a life. */
export const ENTRY_KINDS = [
  "project",
  "experience",
  "cooperation",
  "heritage",
  "page",
  "ask",
  "event",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What somebody of the club team takes on before they decide; an application says so itself. */
export const DESK_KINDS = ["account", "claim", "revision", ...ENTRY_KINDS] as const;
export type DeskKind = (typeof DESK_KINDS)[number];

/** What the club team notes something on: a claim is noted on whoever asks, an edit on its entry. */
export const NOTED_TYPES = ["account", ...ENTRY_KINDS] as const satisfies readonly SubjectType[];
export type NotedType = (typeof NOTED_TYPES)[number];

/** Those that a member owns; the others are the club's. */
const OWNED_KINDS = ["project", "experience", "ask"] as const satisfies readonly EntryKind[];
export type OwnedKind = (typeof OWNED_KINDS)[number];

/** On which side of the road a party to an agreement stands. */
export const PARTY_SIDES = ["lyon", "china"] as const;
export type PartySide = (typeof PARTY_SIDES)[number];

/** Who reads a part of an entry: all members, or those whom its owner has accepted as contacts. */
export const ENTRY_LEVELS = ["members", "contacts"] as const;
export type EntryLevel = (typeof ENTRY_LEVELS)[number];

/** What a member says of somebody else's experience. */
export const STANCES = ["endorsed", "contradicted"] as const;
export type Stance = (typeof STANCES)[number];

/** What somebody answers who is asked for an exchange. */
export const INTRODUCTION_ANSWERS = ["accepted", "not-now"] as const;
export type IntroductionAnswer = (typeof INTRODUCTION_ANSWERS)[number];

/** What a go-between answers who is asked to introduce somebody. */
export const PASSING_ANSWERS = ["passed-on", "not-passed"] as const;
export type PassingAnswer = (typeof PASSING_ANSWERS)[number];

/** What is kept for an answer: `blocked` of whom somebody has blocked, which nobody reads. */
export const KEPT_ANSWERS = [...INTRODUCTION_ANSWERS, "blocked"] as const;
export type KeptAnswer = (typeof KEPT_ANSWERS)[number];

export const INTEREST_STATES = [
  "sent",
  "under-review",
  "more-info-asked",
  "accepted",
  "declined",
  "withdrawn",
  "lapsed",
  "in-talks",
  "agreement",
  "no-agreement",
] as const;
export type InterestState = (typeof INTEREST_STATES)[number];

export const INTEREST_MESSAGE_KINDS = ["message", "question", "answer"] as const;
export type InterestMessageKind = (typeof INTEREST_MESSAGE_KINDS)[number];

/** Who comes upon an event: everybody, members, or those of them alone who are asked to come. */
export const EVENT_AUDIENCES = ["public", "members", "invited"] as const;
export type EventAudience = (typeof EVENT_AUDIENCES)[number];

/** The clock that an event goes by (`ZONE` of lib/core/dates.ts). */
export const EVENT_ZONES = ["lyon", "beijing"] as const;
export type EventZone = (typeof EVENT_ZONES)[number];

/** How far an event is. That it is full or was held follows from its places and its end. */
export const EVENT_PROGRESS = ["announced", "open", "closed", "cancelled"] as const;
export type EventProgress = (typeof EVENT_PROGRESS)[number];

export const EVENT_ROLES = ["manager", "speaker", "invited"] as const;
export type EventRole = (typeof EVENT_ROLES)[number];

export const FILE_KINDS = ["image", "pdf", "office"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export const VERSION_CAUSES = ["published", "revised", "translated", "restored"] as const;
export type VersionCause = (typeof VERSION_CAUSES)[number];

/** Who made a translation; a machine's never counts as reviewed. */
export const TRANSLATION_ORIGINS = ["person", "machine"] as const;
export type TranslationOrigin = (typeof TRANSLATION_ORIGINS)[number];

/** What of a question under an entry is translated by itself. */
export const QUESTION_PARTS = ["question", "answer"] as const;
export type QuestionPart = (typeof QUESTION_PARTS)[number];

export const ROOM_ROLES = ["lead", "partner", "adviser", "observer"] as const;
export type RoomRole = (typeof ROOM_ROLES)[number];

/** A file of people: it is mapped and checked, brought in by the worker, and can be taken back for a day. */
export const IMPORT_STATES = ["ready", "running", "done", "failed", "undoing", "undone"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What is issued to whoever pays dues, each kind in a series of numbers of its own. */
export const DUES_KINDS = ["call", "receipt", "cancellation"] as const;
export type DuesKind = (typeof DUES_KINDS)[number];

export const PAYMENT_WAYS = ["transfer", "cheque", "cash", "wechat", "alipay"] as const;
export type PaymentWay = (typeof PAYMENT_WAYS)[number];

/** A notice goes to all current members, a newsletter to who agreed to it, an announcement stands on the home page alone. */
export const MAILING_KINDS = ["notice", "newsletter", "announcement"] as const;
export type MailingKind = (typeof MAILING_KINDS)[number];

/** What is written to members: edited as a draft alone, sent by the worker, stopped and gone on with. */
export const MAILING_STATES = ["draft", "sending", "stopped", "sent"] as const;
export type MailingState = (typeof MAILING_STATES)[number];

/** What became of one person's letter; `shown` of an announcement that its reader put away. */
export const RECIPIENT_STATES = [
  "waiting",
  "sent",
  "refused",
  "bounced",
  "undelivered",
  "left-out",
  "shown",
] as const;
export type RecipientState = (typeof RECIPIENT_STATES)[number];
