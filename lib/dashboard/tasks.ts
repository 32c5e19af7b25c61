import type { ModerationState, ProgressState, RevisionState } from "@/db/enums";
import type { DueAct } from "@/lib/cooperations/due-acts.queries";
import { formatDay, today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, type PickedText, pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listed } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import type { WaitingQuestions } from "@/lib/entries/questions/waiting.queries";
import type { WaitingOffers } from "@/lib/entries/waiting-offers.queries";
import type { OfferedPlace } from "@/lib/events/offered.queries";
import type { WaitingInterest } from "@/lib/interests/waiting.queries";
import type { WaitingIntroduction } from "@/lib/introductions/waiting.queries";
import { isToConfirm } from "@/lib/members/confirmed";
import { profileCompleteness } from "@/lib/members/profile-completeness";
import type { OwnProfile } from "@/lib/members/queries";
import type { OpenOutcome } from "@/lib/projects/outcomes/queries";
import type { OwnRoomInvitation } from "@/lib/rooms/invitations.queries";
import { actTasks } from "./act-tasks";
import { exchangeTasks } from "./exchange-tasks";
import { type FirstSteps, listFirstSteps } from "./first-steps";
import { nameTasks, type ProposedNames } from "./name-tasks";
import { placeTasks } from "./place-tasks";
import { questionTasks, translationTasks } from "./project-tasks";
import { outcomeTasks, roomTasks } from "./room-tasks";
import type { Task } from "./task";

type OwnedProject = {
  slug: string;
  title: LocalizedText;
  originalLocale: Locale;
  moderation: ModerationState;
  progress: ProgressState;
  revision: RevisionState | null;
};

/** A place where somebody waits for the viewer's answer. */
type Awaited = { organisation: string; slug: string };

export type Situation = {
  profile: OwnProfile | null;
  /** Latin forms proposed for the viewer's own name and for organisations that they manage. */
  names: ProposedNames;
  projects: OwnedProject[];
  /** Places at events that are kept for the viewer for a while. */
  places: OfferedPlace[];
  /** How many things await a decision of the club team. */
  waiting: number;
  /** Who asks to join an organisation that the viewer manages, one entry a request. */
  requests: Awaited[];
  invitations: Awaited[];
  /** Expressions of interest that wait for the viewer. */
  interests: WaitingInterest[];
  /** Exchanges that were proposed to the viewer. */
  introductions: WaitingIntroduction[];
  /** The viewer's projects with questions, and with offered translations, that nobody has answered. */
  questions: WaitingQuestions[];
  offers: WaitingOffers[];
  /** What agreements ask of the viewer soon. */
  acts: DueAct[];
  /** Project rooms that the viewer is invited to. */
  roomInvitations: OwnRoomInvitation[];
  /** Projects of which the viewer has not said what came of them, or how it goes since. */
  outcomes: OpenOutcome[];
  /** `confirmedOn` is a calendar day. */
  toConfirm: {
    id: string;
    version: number;
    slug: string;
    title: PickedText | null;
    confirmedOn: string;
  }[];
  /** Null for a club account without a profile. */
  firstSteps: FirstSteps | null;
  isListed: boolean;
  /** Whether the viewer may write as a member; who may not any more still keeps their profile. */
  mayAct: boolean;
};

/** What nobody is asked for who could not do it. */
const NOTHING_TO_DO = {
  ...{ projects: [], places: [], requests: [], invitations: [], interests: [] },
  ...{ introductions: [], questions: [], offers: [], acts: [], roomInvitations: [] },
  ...{ outcomes: [], toConfirm: [], firstSteps: null },
} satisfies Partial<Situation>;

/** Below this, in per cent, others find too little in a profile. */
const ENOUGH = 60;

/** Most of one kind that are shown one by one. */
const MOST = 3;

/**
 * What awaits the viewer, most pressing first: decisions, places kept for them, a profile that says too little, people who wait for an
 * answer, the club team's requests, first steps, activities to confirm, then what can be done any day.
 */
export function listTasks(all: Situation, locale: Locale): Task[] {
  const names = { ...all.names, organisations: [] };
  const situation = all.mayAct ? all : { ...all, ...NOTHING_TO_DO, names };
  const { profile, projects, waiting, isListed } = situation;
  const [about, stale] = profile ? profileTasks(profile, locale) : [[], []];
  const changes = projects.filter(hasState("changes-requested"));
  const drafts = projects.filter(hasState("draft"));
  const shownDrafts = drafts.slice(0, Math.max(0, MOST - changes.length));
  const rest = changes.slice(MOST).length + drafts.length - shownDrafts.length;
  return [
    ...(waiting > 0 ? [queueTask(waiting, locale)] : []),
    ...placeTasks(situation.places, locale),
    ...about.filter(({ isPressing }) => isPressing),
    ...nameTasks(situation.names, locale),
    ...situation.invitations.map((one) => invitationTask(one, locale)),
    ...requestTasks(situation.requests, locale),
    ...exchangeTasks(situation, locale),
    ...questionTasks(situation.questions, locale),
    ...translationTasks(situation.offers, locale),
    ...actTasks(situation.acts, today(), locale),
    ...roomTasks(situation.roomInvitations, locale),
    ...outcomeTasks(situation.outcomes, locale),
    ...changes.slice(0, MOST).map((project) => projectTask("changes", project, locale)),
    ...listFirstSteps(situation.firstSteps, locale),
    ...stillYouTasks(profile, locale),
    ...confirmTasks(situation.toConfirm, locale),
    ...about.filter(({ isPressing }) => !isPressing),
    ...(profile && !isListed ? [directoryTask(locale)] : []),
    ...stale,
    ...shownDrafts.map((project) => projectTask("draft", project, locale)),
    ...(rest > 0 ? [moreTask("moreProjects", rest, path(locale, "/projects?mine=1"), locale)] : []),
  ];
}

const hasState = (state: "draft" | "changes-requested") => (project: OwnedProject) =>
  project.moderation === state ||
  (project.moderation === "published" && project.revision === state);

function queueTask(count: number, locale: Locale): Task {
  const t = getTranslator(locale, "home");
  return {
    kind: "queue",
    href: path(locale, "/admin"),
    title: t("todo.queue", { count }),
    text: t("todo.queueText"),
  };
}

function invitationTask({ organisation, slug }: Awaited, locale: Locale): Task {
  const t = getTranslator(locale, "home");
  return {
    kind: "invitation",
    href: path(locale, `/organisations/${slug}`),
    title: t("todo.invitation", { organisation }),
    text: t("todo.invitationText"),
  };
}

/** One task an organisation, however many ask to join it. */
function requestTasks(requests: Awaited[], locale: Locale): Task[] {
  const t = getTranslator(locale, "home");
  const slugs = [...new Set(requests.map(({ slug }) => slug))];
  return slugs.map((slug) => {
    const [first, ...others] = requests.filter((request) => request.slug === slug);
    const organisation = first?.organisation ?? "";
    return {
      kind: "request",
      href: path(locale, `/organisations/${slug}/people`),
      title: t("todo.request", { count: others.length + 1, organisation }),
      text: t("todo.requestText"),
    };
  });
}

function projectTask(kind: "changes" | "draft", project: OwnedProject, locale: Locale): Task {
  const t = getTranslator(locale, "home");
  const title = pickText(project.title, locale, project.originalLocale)?.text ?? t("todo.untitled");
  return {
    kind,
    href: path(locale, `/projects/${project.slug}/edit`),
    title: t(`todo.${kind}`),
    text: t(`todo.${kind}Text`, { title }),
  };
}

function confirmTasks(activities: Situation["toConfirm"], locale: Locale): Task[] {
  const t = getTranslator(locale, "home");
  const tasks = activities.slice(0, MOST).map((activity): Task => {
    const { id, version, slug, title, confirmedOn } = activity;
    const words = title?.text ?? t("todo.untitledActivity");
    return {
      kind: "confirm",
      href: path(locale, `/activities/${slug}`),
      title: t("todo.confirm", { title: words }),
      text: t("todo.confirmText", { day: formatDay(confirmedOn, locale) }),
      confirm: { activityId: id, version },
    };
  });
  const rest = activities.length - tasks.length;
  const href = path(locale, "/activities?mine=1");
  return rest > 0 ? [...tasks, moreTask("moreActivities", rest, href, locale)] : tasks;
}

/** A year after a profile was last saved or confirmed. */
function stillYouTasks(profile: OwnProfile | null, locale: Locale): Task[] {
  if (!profile || !isToConfirm(profile)) return [];
  const t = getTranslator(locale, "members");
  const text = t("confirm.text", { day: formatDay(profile.confirmedOn, locale) });
  return [
    { kind: "profile", href: path(locale, "/account/profile"), title: t("confirm.title"), text },
  ];
}

function directoryTask(locale: Locale): Task {
  const t = getTranslator(locale, "home");
  return {
    kind: "directory",
    href: path(locale, "/account#consents"),
    title: t("todo.directory"),
    text: t("todo.directoryText"),
  };
}

function moreTask(
  words: "moreProjects" | "moreActivities",
  count: number,
  href: string,
  locale: Locale,
): Task {
  const title = getTranslator(locale, "home")(`todo.${words}`, { count });
  return { kind: "more", href, title, text: "" };
}

/** What the profile lacks, then its translations that are older than their original. */
function profileTasks(profile: OwnProfile, locale: Locale): [Task[], Task[]] {
  const t = getTranslator(locale, "home");
  const href = path(locale, "/account/profile");
  const { percent, missing } = profileCompleteness(profile);
  const words = missing.map((step) => t(`todo.steps.${step}`));
  const list = listed(words, locale);
  const isPressing = percent < ENOUGH;
  const about: Task = {
    kind: "profile",
    href,
    percent,
    isPressing,
    title: t(isPressing ? "todo.profileThin" : "todo.profile", { percent }),
    text: t(isPressing ? "todo.profileThinText" : "todo.profileText", { percent, missing: list }),
  };
  const count = Object.values(profile.stale).flat().length;
  const stale: Task = {
    kind: "stale",
    href,
    title: t("todo.stale"),
    text: t("todo.staleText", { count }),
  };
  return [percent < 100 ? [about] : [], count > 0 ? [stale] : []];
}
