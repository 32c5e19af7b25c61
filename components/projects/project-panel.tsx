import type { ComponentProps } from "react";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { canSetLevels } from "@/lib/entries/policy";
import { canSeeCandidates } from "@/lib/matching/policy";
import type { OwnProject } from "@/lib/projects/owned.queries";
import { PROJECTS } from "@/lib/projects/project";
import { editorEntry } from "../entries/editor-entry";
import { OwnerPanel } from "../entries/owner-panel";
import { LinkButton } from "../ui/link-button";
import { WorthAdding } from "./worth-adding";

type ProjectPanelProps = Pick<
  ComponentProps<typeof OwnerPanel>,
  "viewer" | "locale" | "actions" | "isHidden"
> & {
  project: OwnProject;
  /** How many interests were received. */
  received: number;
};

/** What the owner sees above their project: its life, the interests in it, whom it may suit, its settings. */
export function ProjectPanel({ project, received, ...panel }: ProjectPanelProps) {
  const { viewer, locale } = panel;
  const t = getTranslator(locale, "projects");
  const takesPartners = canSeeCandidates(viewer, project);
  const page = path(locale, `/projects/${project.slug}`);
  return (
    <OwnerPanel
      {...panel}
      news={
        project.moderation === "published" || received > 0 ? (
          <>
            <p className="mt-2">
              <a
                className="inline-block py-1 font-semibold pointer-coarse:py-2.5"
                href={path(locale, "/exchanges")}
              >
                {t("owner.received", { count: received })}
              </a>
            </p>
            {takesPartners ? (
              <WorthAdding
                content={editorEntry(project).content}
                locale={locale}
                slug={project.slug}
              />
            ) : null}
          </>
        ) : null
      }
      noun={PROJECTS}
      own={project}
      ways={
        <>
          {project.moderation === "published" && project.progress === "completed" ? (
            <LinkButton
              href={path(locale, "/experiences/new", { project: project.slug })}
              variant="secondary"
            >
              {getTranslator(locale, "experiences")("from")}
            </LinkButton>
          ) : null}
          {takesPartners ? (
            <LinkButton href={`${page}/candidates`} variant="secondary">
              {getTranslator(locale, "matching")("candidates.open")}
            </LinkButton>
          ) : null}
          {canSetLevels(viewer, project) ? (
            <LinkButton href={`${page}/settings`} variant="secondary">
              {t("settings.open")}
            </LinkButton>
          ) : null}
        </>
      }
    />
  );
}
