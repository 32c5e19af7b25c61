import type { ModerationState } from "@/db/enums";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { OwnEntry } from "@/lib/entries/own.queries";
import {
  canEditEntry,
  canEditRevision,
  canReopenEntry,
  canWithdrawEntry,
} from "@/lib/entries/policy";
import { AnswerQuote } from "../entries/answer-quote";
import { GraveMove } from "../ui/grave-move";
import { LinkButton } from "../ui/link-button";
import { MoveForm } from "../ui/move-form";
import { Notice, type Tone } from "../ui/notice";

type AuthorPanelProps = {
  own: OwnEntry;
  viewer: Viewer;
  locale: Locale;
  actions: Record<"withdraw" | "reopen", FormAction>;
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

/** What the author sees above their experience: where it stands, why, and what they can do about it. */
export function AuthorPanel({ own, viewer, locale, actions }: AuthorPanelProps) {
  const t = getTranslator(locale, "experiences");
  const { id, moderation, slug, answer, version } = own;
  const facts = { ...own, revision: own.revision?.state ?? null };
  const hidden = { experienceId: id, version: String(version), slug };
  const page = path(locale, `/experiences/${slug}`);
  return (
    <section aria-label={t("owner.label")} className="no-print mb-8 space-y-4">
      <Notice title={t(`state.${moderation}.title`)} tone={TONE[moderation]}>
        <p>{t(`state.${moderation}.text`)}</p>
        {moderation === "changes-requested" || moderation === "refused" ? (
          <AnswerQuote answer={answer} />
        ) : null}
      </Notice>
      <div className="flex flex-wrap items-start gap-3">
        {canEditEntry(viewer, own) || (!own.revision && canEditRevision(viewer, facts)) ? (
          <LinkButton href={`${page}/edit`}>{t("owner.edit")}</LinkButton>
        ) : null}
        {own.submittedAt ? (
          <LinkButton href={`${page}/history`} variant="quiet">
            {t("history.title")}
          </LinkButton>
        ) : null}
        {canReopenEntry(viewer, own) ? (
          <MoveForm
            action={actions.reopen}
            hidden={hidden}
            label={t("owner.reopen")}
            locale={locale}
            scope="reopen"
          />
        ) : null}
        {canWithdrawEntry(viewer, own) ? (
          <GraveMove consequence={t("owner.withdrawConsequence")} label={t("owner.withdraw")}>
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
      </div>
    </section>
  );
}
