import type { ModerationState, RevisionState } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { profileCompleteness } from "./profile-completeness";
import type { OwnProfile } from "./queries";

/** One thing that awaits somebody, with the place where it is done. */
export type Task = {
  kind: "queue" | "changes" | "profile" | "stale" | "draft" | "more";
  href: string;
  title: string;
  text: string;
  /** How much of it is done, in per cent. */
  percent?: number;
};

type OwnedProject = {
  slug: string;
  title: LocalizedText;
  originalLocale: Locale;
  moderation: ModerationState;
  revision: RevisionState | null;
};

type Situation = { profile: OwnProfile | null; projects: OwnedProject[]; waiting: number };

const MOST_PROJECTS = 3;

/** What awaits the viewer, most pressing first: decisions, answers to the club team, the profile, drafts. */
export function listTasks({ profile, projects, waiting }: Situation, locale: Locale): Task[] {
  const t = getTranslator(locale, "home");
  const hasState = (state: "draft" | "changes-requested") => (project: OwnedProject) =>
    project.moderation === state ||
    (project.moderation === "published" && project.revision === state);
  const changes = projects.filter(hasState("changes-requested"));
  const drafts = projects.filter(hasState("draft"));
  const rest = [...changes, ...drafts].length - MOST_PROJECTS;
  const projectTasks = [
    ...changes.map((project) => projectTask("changes", project, locale)),
    ...drafts.map((project) => projectTask("draft", project, locale)),
  ].slice(0, MOST_PROJECTS);
  const tasks: Task[] = [
    ...projectTasks.filter(({ kind }) => kind === "changes"),
    ...(profile ? profileTasks(profile, locale) : []),
    ...projectTasks.filter(({ kind }) => kind === "draft"),
  ];
  if (waiting > 0) {
    tasks.unshift({
      kind: "queue",
      href: path(locale, "/admin"),
      title: t("todo.queue", { count: waiting }),
      text: t("todo.queueText"),
    });
  }
  if (rest > 0) {
    const title = t("todo.moreProjects", { count: rest });
    tasks.push({ kind: "more", href: path(locale, "/projects"), title, text: "" });
  }
  return tasks;
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

function profileTasks(profile: OwnProfile, locale: Locale): Task[] {
  const t = getTranslator(locale, "home");
  const href = path(locale, "/account/profile");
  const { percent, missing } = profileCompleteness(profile);
  const tasks: Task[] = [];
  if (percent < 100) {
    const words = missing.map((step) => t(`todo.steps.${step}`));
    const list = words.join(locale === "zh" ? "、" : ", ");
    tasks.push({
      kind: "profile",
      href,
      percent,
      title: t("todo.profile"),
      text: t("todo.profileText", { percent, missing: list }),
    });
  }
  const stale = Object.values(profile.stale).flat().length;
  if (stale > 0) {
    const text = t("todo.staleText", { count: stale });
    tasks.push({ kind: "stale", href, title: t("todo.stale"), text });
  }
  return tasks;
}
