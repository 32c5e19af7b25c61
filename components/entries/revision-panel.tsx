import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { type Noun, pageOf } from "@/lib/entries/noun";
import type { OwnEntry } from "@/lib/entries/own.queries";
import { canEditRevision, canSubmitRevision, canWithdrawRevision } from "@/lib/entries/policy";
import { Card } from "../ui/card";
import { GraveMove } from "../ui/grave-move";
import { LinkButton } from "../ui/link-button";
import { MoveForm } from "../ui/move-form";
import { Notice } from "../ui/notice";
import { AnswerQuote } from "./answer-quote";
import { RevisionChanges } from "./revision-changes";

type RevisionPanelProps = {
  noun: Noun;
  own: OwnEntry;
  viewer: Viewer;
  locale: Locale;
  withdraw: FormAction;
};

/** The waiting edit of one's published entry, with what it changes; or why the last one was not taken. */
export function RevisionPanel({ noun, own, viewer, locale, withdraw }: RevisionPanelProps) {
  const t = getTranslator(locale, "entries");
  const { revision, refusal } = own;
  if (!revision) {
    if (!refusal || own.moderation !== "published") return null;
    return (
      <Notice className="mb-10" title={t("revision.refusedTitle")} tone="danger">
        <p>{t("revision.refusedText")}</p>
        <AnswerQuote answer={refusal} />
      </Notice>
    );
  }
  const facts = { ...own, revision: revision.state };
  const page = pageOf({ entryKind: noun.kind, slug: own.slug });
  const edit = (step?: string) => path(locale, `${page}/edit`, { step });
  return (
    <Card as="section" className="no-print mb-10" labelledBy="revision">
      <h2 className="font-semibold text-xl" id="revision">
        {t(`revision.${revision.state}.title`)}
      </h2>
      <p className="mt-1 max-w-measure text-secondary">{t(`revision.${revision.state}.text`)}</p>
      {revision.state === "changes-requested" ? <AnswerQuote answer={revision.answer} /> : null}
      <details className="mt-4">
        <summary className="inline-flex min-h-11 items-center font-semibold text-link">
          {t("revision.show")}
        </summary>
        <div className="mt-4">
          <RevisionChanges
            live={own.content}
            locale={locale}
            noun={noun}
            proposed={revision.content}
          />
        </div>
      </details>
      <div className="mt-4 flex flex-wrap items-start gap-3">
        {canEditRevision(viewer, facts) ? (
          <LinkButton href={edit()} variant="secondary">
            {t("revision.edit")}
          </LinkButton>
        ) : null}
        {canSubmitRevision(viewer, facts) ? (
          <LinkButton href={edit("check")}>{t("editor.check")}</LinkButton>
        ) : null}
        {canWithdrawRevision(viewer, facts) ? (
          <GraveMove consequence={t("revision.dropConsequence")} label={t("revision.drop")}>
            <MoveForm
              action={withdraw}
              hidden={{ revisionId: revision.id, version: String(revision.version) }}
              label={t("revision.dropConfirm")}
              locale={locale}
              scope="drop"
              variant="danger"
            />
          </GraveMove>
        ) : null}
      </div>
    </Card>
  );
}
