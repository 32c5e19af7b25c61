import { formatDay, formatInstant } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { ProjectHistory, ProjectVersion } from "@/lib/projects/history.queries";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { GraveMove } from "../ui/grave-move";
import { MoveForm } from "../ui/move-form";
import { EntryReview } from "./entry-review";
import { RevisionChanges } from "./revision-changes";

type VersionEntryProps = {
  version: ProjectVersion;
  /** The version before; null for the first. */
  before: ProjectVersion | null;
  history: ProjectHistory;
  isNewest: boolean;
  isOnline: boolean;
  locale: Locale;
  restore: FormAction;
};

/** One version: since when, why, what it changed, what was attached, and the way to bring it back. */
export function VersionEntry(props: VersionEntryProps) {
  const { version, before, history, isNewest, isOnline, locale, restore } = props;
  const t = getTranslator(locale, "projects");
  const { number, cause, createdAt, content, files } = version;
  const gone = files.filter(({ isGone }) => isGone).map(({ name }) => name);
  const there = files.filter(({ isGone }) => !isGone).map(({ name }) => name);
  const list = (names: string[]) => new Intl.ListFormat(locale).format(names);
  const { project, open } = history;
  return (
    <Card as="article" labelledBy={`version-${number}`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="scroll-mt-24 font-semibold text-xl" id={`version-${number}`}>
          {t("history.version", { number })}
        </h2>
        {isOnline ? <Badge tone="success">{t("history.online")}</Badge> : null}
      </div>
      <p className="mt-1 text-muted text-sm">
        {`${t(`history.causes.${cause}`)} · ${formatInstant(createdAt, locale)}`}
      </p>
      {isOnline && project.deadline && project.deadline !== content.deadline ? (
        <p className="mt-1 text-secondary">
          {t("history.deadlineMoved", { day: formatDay(project.deadline, locale) })}
        </p>
      ) : null}
      <details className="mt-3" open={isNewest}>
        <summary className="inline-flex min-h-11 items-center font-semibold text-link">
          {before ? t("history.changed", { number: before.number }) : t("history.whole")}
        </summary>
        <div className="mt-3 space-y-8">
          {before ? (
            <RevisionChanges live={before.content} locale={locale} proposed={content} />
          ) : (
            <EntryReview entry={{ content, slug: null }} locale={locale} />
          )}
        </div>
      </details>
      {there.length > 0 ? (
        <p className="mt-3 text-secondary" dir="auto">
          {t("history.files", { files: list(there) })}
        </p>
      ) : null}
      {gone.length > 0 ? (
        <p className="mt-1 text-warning" dir="auto">
          {t("history.filesGone", { files: list(gone) })}
        </p>
      ) : null}
      {history.canRestore && !isOnline ? (
        <div className="mt-4">
          <GraveMove
            consequence={t(
              project.moderation === "published" ? "history.intoEdit" : "history.intoDraft",
            )}
            label={t("history.restore")}
          >
            <MoveForm
              action={restore}
              hidden={{
                projectId: project.id,
                number: String(number),
                revisionId: open.revisionId ?? "",
                version: String(open.version),
              }}
              label={t("history.restoreConfirm", { number })}
              locale={locale}
              scope={`restore-${number}`}
              variant="secondary"
            />
          </GraveMove>
        </div>
      ) : null}
    </Card>
  );
}
