import { formatInstant } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { conjunctionOf } from "@/lib/core/i18n/word-list";
import type { History, Version } from "@/lib/entries/history.queries";
import type { Noun } from "@/lib/entries/noun";
import { nounWords } from "@/lib/entries/noun-words";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { GraveMove } from "../ui/grave-move";
import { MoveForm } from "../ui/move-form";
import { EntryReview } from "./entry-review";
import { RevisionChanges } from "./revision-changes";

type VersionEntryProps = {
  noun: Noun;
  version: Version;
  /** The version before; null for the first. */
  before: Version | null;
  history: History;
  isNewest: boolean;
  isOnline: boolean;
  /** What has become of it since. */
  since: string | null | undefined;
  locale: Locale;
  restore: FormAction;
};

/** One version: since when, why, what it changed, what was attached, and the way to bring it back. */
export function VersionEntry(props: VersionEntryProps) {
  const { noun, version, before, history, isNewest, isOnline, since, locale, restore } = props;
  const t = getTranslator(locale, "entries");
  const { number, cause, createdAt, content, files } = version;
  const gone = files.filter(({ isGone }) => isGone).map(({ name }) => name);
  const there = files.filter(({ isGone }) => !isGone).map(({ name }) => name);
  const { entry, open } = history;
  const why =
    cause === "published"
      ? nounWords(noun, locale)("history.published")
      : t(`history.causes.${cause}`);
  return (
    <Card as="article" labelledBy={`version-${number}`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="scroll-mt-24 font-semibold text-xl" id={`version-${number}`}>
          {t("history.version", { number })}
        </h2>
        {isOnline ? <Badge tone="success">{t("history.online")}</Badge> : null}
      </div>
      <p className="mt-1 text-muted text-sm">{`${why} · ${formatInstant(createdAt, locale)}`}</p>
      {since ? <p className="mt-1 text-secondary">{since}</p> : null}
      <details className="mt-3" open={isNewest}>
        <summary className="inline-flex min-h-11 items-center font-semibold text-link">
          {before ? t("history.changed", { number: before.number }) : t("history.whole")}
        </summary>
        <div className="mt-3 space-y-8">
          {before ? (
            <RevisionChanges live={before.content} locale={locale} noun={noun} proposed={content} />
          ) : (
            <EntryReview content={content} locale={locale} noun={noun} slug={null} />
          )}
        </div>
      </details>
      {there.length > 0 ? (
        <p className="mt-3 text-secondary" dir="auto">
          {t("history.files", { files: conjunctionOf(there, locale) })}
        </p>
      ) : null}
      {gone.length > 0 ? (
        <p className="mt-1 text-warning" dir="auto">
          {t("history.filesGone", { files: conjunctionOf(gone, locale) })}
        </p>
      ) : null}
      {history.canRestore && !isOnline ? (
        <div className="mt-4">
          <GraveMove
            consequence={t(
              entry.moderation === "published" ? "history.intoEdit" : "history.intoDraft",
            )}
            label={t("history.restore")}
          >
            <MoveForm
              action={restore}
              hidden={{
                [`${noun.kind}Id`]: entry.id,
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
