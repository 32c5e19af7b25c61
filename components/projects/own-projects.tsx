import { formatDay, today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { OwnProjectRow } from "@/lib/projects/owned.queries";
import { PROJECTS } from "@/lib/projects/project";
import { isExpired } from "@/lib/projects/project-deadline";
import { OwnEntries } from "../entries/own-entries";
import { Badge } from "../ui/badge";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
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
    <OwnEntries
      below={(project) => (
        <>
          <p className="mt-1 text-secondary text-sm">
            {[
              project.isHidden && project.moderation === "published"
                ? ""
                : t(`next.${project.moderation}`),
              t("mine.changed", { day: formatDay(project.updatedAt, locale) }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {received.has(project.id) ? (
            <p className="mt-1 text-sm">
              <a
                className="relative z-10 inline-block py-1 pointer-coarse:py-2.5"
                href={path(locale, "/exchanges")}
              >
                {t("owner.received", { count: received.get(project.id) ?? 0 })}
              </a>
            </p>
          ) : null}
        </>
      )}
      beside={(project) => (
        <>
          {project.moderation === "published" && isExpired(project, today()) ? (
            <Badge tone="warning">{t("deadline.expired")}</Badge>
          ) : null}
          {project.revision ? (
            <Badge tone="warning">{t(`mine.revision.${project.revision}`)}</Badge>
          ) : null}
          <span className="text-muted text-sm">{typeWords(project.profileType, locale)}</span>
        </>
      )}
      heading="h2"
      locale={locale}
      noun={PROJECTS}
      rows={projects}
    />
  );
}
