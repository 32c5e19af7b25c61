import { formatDay, today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { OwnProjectRow } from "@/lib/projects/owned.queries";
import { isExpired } from "@/lib/projects/project-deadline";
import { ModerationBadge } from "../entries/moderation-badge";
import { Badge } from "../ui/badge";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { ProjectTitle } from "./project-title";
import { typeWords } from "./project-words";

type OwnProjectsProps = {
  projects: OwnProjectRow[];
  /** How many interests each has received, by its key. */
  received: ReadonlyMap<string, number>;
  locale: Locale;
};

/** The viewer's own projects in every state, each with the step that comes next. */
export function OwnProjects({ projects, received, locale }: OwnProjectsProps) {
  const t = getTranslator(locale, "projects");
  if (projects.length === 0) {
    return (
      <EmptyState
        action={<LinkButton href={path(locale, "/projects/new")}>{t("list.new")}</LinkButton>}
        text={t("mine.emptyText")}
        title={t("mine.emptyTitle")}
      />
    );
  }
  return (
    <ul className="divide-y divide-hairline border-hairline border-y">
      {projects.map((project) => (
        <li className="relative py-4 hover:bg-subtle" key={project.slug}>
          <p className="flex flex-wrap items-center gap-2">
            <ModerationBadge locale={locale} state={project.moderation} />
            {project.moderation === "published" && isExpired(project, today()) ? (
              <Badge tone="warning">{t("deadline.expired")}</Badge>
            ) : null}
            {project.revision ? (
              <Badge tone="warning">{t(`mine.revision.${project.revision}`)}</Badge>
            ) : null}
            <span className="text-muted text-sm">{typeWords(project.profileType, locale)}</span>
          </p>
          <h2 className="mt-2 font-semibold text-lg leading-snug">
            <a className="stretched no-underline" href={path(locale, `/projects/${project.slug}`)}>
              <ProjectTitle locale={locale} project={project} />
            </a>
          </h2>
          <p className="mt-1 text-secondary text-sm">
            {`${t(`next.${project.moderation}`)} · ${t("mine.changed", { day: formatDay(project.updatedAt, locale) })}`}
          </p>
          {received.has(project.id) ? (
            <p className="mt-1 text-sm">
              <a
                className="relative z-10 inline-block py-1 pointer-coarse:py-2.5"
                href={path(locale, "/interests")}
              >
                {t("owner.received", { count: received.get(project.id) ?? 0 })}
              </a>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
