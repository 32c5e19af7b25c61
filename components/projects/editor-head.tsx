import { getTranslator } from "@/lib/core/i18n/translator";
import type { OwnProject } from "@/lib/projects/owned.queries";
import { Notice } from "../ui/notice";
import { PageHeader } from "../ui/page-header";
import { AnswerQuote } from "./answer-quote";
import { BackToProject } from "./back-to-project";
import type { EditorSectionProps } from "./editor-entry";
import { ModerationBadge } from "./moderation-badge";
import { ProjectTitle } from "./project-title";

type EditorHeadProps = EditorSectionProps & { project: OwnProject };

/** What is being edited, and what the club team asked for. */
export function EditorHead({ entry, project, locale }: EditorHeadProps) {
  const t = getTranslator(locale, "projects");
  const { slug, moderation, revision } = project;
  const isEdit = entry.revisionId !== null;
  const asked =
    (isEdit ? revision?.state : moderation) === "changes-requested"
      ? isEdit
        ? revision?.answer
        : project.answer
      : null;
  return (
    <>
      <PageHeader
        before={<BackToProject locale={locale} slug={slug} />}
        eyebrow={<ModerationBadge locale={locale} state={moderation} />}
        title={<ProjectTitle locale={locale} project={entry.content} />}
      />
      {isEdit ? (
        <Notice className="mb-8" title={t("editor.editTitle")}>
          {t("editor.editText")}
        </Notice>
      ) : null}
      {asked ? (
        <Notice className="mb-8" title={t("state.changes-requested.title")} tone="warning">
          <AnswerQuote answer={asked} />
        </Notice>
      ) : null}
    </>
  );
}
