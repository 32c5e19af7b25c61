import type { ReactNode } from "react";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { ProjectMatch } from "@/lib/matching/queries";
import { DeadlineWords } from "../projects/deadline-words";
import { ProjectTitle } from "../projects/project-title";
import { typeWords } from "../projects/project-words";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { AsideForm } from "./aside-form";
import { ReasonList } from "./reason-list";

type MatchCardProps = {
  found: ProjectMatch;
  dismiss: FormAction;
  /** The way to propose an exchange to its owner, or to answer it. */
  act: ReactNode;
  locale: Locale;
};

/** A project that fits the reader, why, and the button for "not this one". */
export function MatchCard({ found, dismiss, act, locale }: MatchCardProps) {
  const { project, match } = found;
  const t = getTranslator(locale, "matching");
  const title = pickText(project.title, locale, project.originalLocale)?.text ?? t("untitled");
  return (
    <Card as="li" className="flex flex-col" interactive>
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="info">{typeWords(project.profileType, locale)}</Badge>
        <Badge>{getTranslator(locale, "enums")(`progress.${project.progress}`)}</Badge>
      </p>
      <h2 className="mt-3 font-semibold text-xl leading-snug">
        <a className="stretched no-underline" href={path(locale, `/projects/${project.slug}`)}>
          <ProjectTitle locale={locale} project={project} />
        </a>
      </h2>
      {project.deadline ? (
        <p className="mt-1 text-muted text-sm">
          <DeadlineWords deadline={project.deadline} locale={locale} />
        </p>
      ) : null}
      <ReasonList label={t("why")} locale={locale} reasons={match.reasons} side="mine" />
      <div className="mt-auto flex flex-wrap items-center justify-between gap-3 pt-4">
        {act}
        <AsideForm
          about={title}
          action={dismiss}
          hidden={{ slug: project.slug }}
          label={t("dismiss")}
          locale={locale}
          scope={project.slug}
        />
      </div>
    </Card>
  );
}
