import type { ModerationState } from "@/db/enums";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { wasHandedIn } from "@/lib/entries/draft-slug";
import {
  canArchiveEntry,
  canEditEntry,
  canEditRevision,
  canEraseDraft,
  canReopenEntry,
  canSetLevels,
  canSubmitEntry,
  canWithdrawEntry,
} from "@/lib/entries/policy";
import { canSeeCandidates } from "@/lib/matching/policy";
import type { OwnProject } from "@/lib/projects/owned.queries";
import { AnswerQuote } from "../entries/answer-quote";
import { GraveMove } from "../ui/grave-move";
import { LinkButton } from "../ui/link-button";
import { MoveForm } from "../ui/move-form";
import { Notice, type Tone } from "../ui/notice";

export type OwnerActions = Record<"withdraw" | "reopen" | "archive", FormAction>;

type OwnerPanelProps = {
  project: OwnProject;
  viewer: Viewer;
  locale: Locale;
  actions: OwnerActions;
  /** How many interests were received. */
  received: number;
  /** Taken down: what is online for nobody is not said to be. */
  isHidden: boolean;
};

const TONE: Record<ModerationState, Tone> = {
  draft: "info",
  submitted: "info",
  "changes-requested": "warning",
  published: "success",
  refused: "danger",
  withdrawn: "info",
  archived: "info",
};

/** What the owner sees above their project: where it stands, why, and what they can do about it. */
export function OwnerPanel(props: OwnerPanelProps) {
  const { project, viewer, locale, received, isHidden } = props;
  const t = getTranslator(locale, "projects");
  const { moderation, slug, answer } = project;
  const edit = (step?: string) => path(locale, `/projects/${slug}/edit`, { step });
  const facts = { ...project, revision: project.revision?.state ?? null };
  const isAnswered = moderation === "changes-requested" || moderation === "refused";
  return (
    <section aria-label={t("owner.label")} className="no-print mb-8 space-y-4">
      {isHidden && moderation === "published" ? null : (
        <Notice title={t(`state.${moderation}.title`)} tone={TONE[moderation]}>
          <p>{t(`state.${moderation}.text`)}</p>
          {isAnswered ? <AnswerQuote answer={answer} /> : null}
          {moderation === "published" || received > 0 ? (
            <p className="mt-2">
              <a
                className="inline-block py-1 font-semibold pointer-coarse:py-2.5"
                href={path(locale, "/interests")}
              >
                {t("owner.received", { count: received })}
              </a>
            </p>
          ) : null}
        </Notice>
      )}
      <div className="flex flex-wrap items-start gap-3">
        {canEditEntry(viewer, project) ? (
          <LinkButton href={edit()}>{t("owner.edit")}</LinkButton>
        ) : null}
        {canSubmitEntry(viewer, project) ? (
          <LinkButton href={edit("check")} variant="secondary">
            {getTranslator(locale, "entries")("editor.check")}
          </LinkButton>
        ) : null}
        {project.revision === null && canEditRevision(viewer, facts) ? (
          <LinkButton href={edit()} variant="secondary">
            {t("owner.propose")}
          </LinkButton>
        ) : null}
        {canSeeCandidates(viewer, project) ? (
          <LinkButton href={path(locale, `/projects/${slug}/candidates`)} variant="secondary">
            {getTranslator(locale, "matching")("candidates.open")}
          </LinkButton>
        ) : null}
        {canSetLevels(viewer, project) ? (
          <LinkButton href={path(locale, `/projects/${slug}/settings`)} variant="secondary">
            {t("settings.open")}
          </LinkButton>
        ) : null}
        {project.submittedAt ? (
          <LinkButton href={path(locale, `/projects/${slug}/history`)} variant="quiet">
            {t("owner.history")}
          </LinkButton>
        ) : null}
        <OwnerMoves {...props} />
      </div>
    </section>
  );
}

/** What brings a project back, takes it off or puts it away. */
function OwnerMoves({ project, viewer, locale, actions }: OwnerPanelProps) {
  const t = getTranslator(locale, "projects");
  const { moderation, slug } = project;
  const hidden = { projectId: project.id, version: String(project.version), slug };
  return (
    <>
      {canReopenEntry(viewer, project) ? (
        <MoveForm
          action={actions.reopen}
          hidden={hidden}
          label={t("owner.reopen")}
          locale={locale}
          scope="reopen"
        />
      ) : null}
      {canWithdrawEntry(viewer, project) ? (
        <GraveMove
          consequence={t(
            moderation === "published" ? "owner.withdrawConsequence" : "owner.asideConsequence",
          )}
          label={t("owner.withdraw")}
        >
          <MoveForm
            action={actions.withdraw}
            hidden={hidden}
            label={t("owner.withdrawConfirm")}
            locale={locale}
            scope="withdraw"
            variant="danger"
          />
        </GraveMove>
      ) : null}
      {canEraseDraft(viewer, { ...project, wasHandedIn: wasHandedIn(project) }) ? (
        <LinkButton href={path(locale, `/projects/${slug}/remove`)} variant="quiet">
          {t("remove.label")}
        </LinkButton>
      ) : null}
      {canArchiveEntry(viewer, project) ? (
        <GraveMove consequence={t("owner.archiveConsequence")} label={t("owner.archive")}>
          <MoveForm
            action={actions.archive}
            hidden={hidden}
            label={t("owner.archiveConfirm")}
            locale={locale}
            scope="archive"
            variant="danger"
          />
        </GraveMove>
      ) : null}
    </>
  );
}
