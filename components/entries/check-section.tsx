import type { ReactNode } from "react";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { Gap } from "@/lib/entries/missing-fields";
import { type EntryContent, type Noun, pageOf } from "@/lib/entries/noun";
import { gapName, nounWords } from "@/lib/entries/noun-words";
import { Card } from "../ui/card";
import { FoldArrow } from "../ui/fold-arrow";
import { MoveForm } from "../ui/move-form";
import { Notice } from "../ui/notice";
import type { EditorEntry } from "./editor-entry";
import { EntryReview } from "./entry-review";
import { RevisionChanges } from "./revision-changes";

type CheckSectionProps = {
  noun: Noun;
  entry: EditorEntry;
  locale: Locale;
  submit: FormAction;
  /** What stands in the way. */
  gaps: readonly Gap[];
  /** The published content, when the entry is an edit of it. */
  live: EntryContent | null;
  /** Its owner is trusted: it goes online before the club team reads it. */
  isTrusted?: boolean;
  /** The club's, handed in by an administrator: it is online at once, and nobody has to read it. */
  isForClub?: boolean;
  /** What else others will read. */
  children?: ReactNode;
  /** What is asked before it is handed in. */
  asked?: ReactNode;
};

/** What is missing, what others will read, and the button that hands it in. */
export function CheckSection(props: CheckSectionProps) {
  const { noun, entry, locale, submit, live, gaps, children, asked } = props;
  const t = getTranslator(locale, "entries");
  const say = nounWords(noun, locale);
  const { content, id, slug, revisionId } = entry;
  const version = String(entry.version);
  const isUnread = props.isTrusted && !live;
  const isOnline = isUnread || props.isForClub;
  const submitLabel = live ? t("editor.submitRevision") : say("editor.submit");
  const publishLabel = t(live ? "editor.publishRevision" : "editor.publish", { kind: noun.kind });
  const next = isUnread ? "editor.afterPublish" : "editor.afterSubmit";
  const review = (
    <EntryReview content={content} locale={locale} noun={noun} slug={slug} stale={entry.stale} />
  );
  return (
    <Card as="section" labelledBy="section">
      <h2 className="font-semibold text-2xl" id="section">
        {t("editor.check")}
      </h2>
      <p className="mt-1 max-w-measure text-secondary">{say("stepHints.check")}</p>
      <Gaps gaps={gaps} locale={locale} noun={noun} slug={slug} />
      <div className="mt-8 space-y-8">
        {live ? (
          <RevisionChanges live={live} locale={locale} noun={noun} proposed={content} />
        ) : null}
        {live ? (
          <details open={Object.values(entry.stale).some((languages) => languages.length > 0)}>
            <summary className="inline-flex min-h-11 items-center gap-2 font-semibold text-link">
              {t("editor.whole")}
              <FoldArrow />
            </summary>
            <div className="mt-4 space-y-8">{review}</div>
          </details>
        ) : (
          review
        )}
        {children}
        {gaps.length > 0 || revisionId === "" ? null : (
          <MoveForm
            action={submit}
            hidden={
              revisionId ? { revisionId, version } : { [`${noun.kind}Id`]: id, version, slug }
            }
            label={isOnline ? publishLabel : submitLabel}
            locale={locale}
            scope="submit"
          >
            {asked}
            <p className="max-w-measure text-secondary">
              {t(props.isForClub ? "editor.afterForClub" : next)}
            </p>
          </MoveForm>
        )}
      </div>
    </Card>
  );
}

type GapsProps = Pick<CheckSectionProps, "noun" | "locale" | "gaps"> & { slug: string };

/** What is missing, each with the way to it. */
function Gaps({ noun, locale, gaps, slug }: GapsProps) {
  if (gaps.length === 0) return null;
  const t = getTranslator(locale, "entries");
  const errors = getTranslator(locale, "errors");
  const page = pageOf({ entryKind: noun.kind, slug });
  const placeOf = ({ field, section }: Gap) =>
    field === "files" ? "#files" : `/edit?step=${section}#field-${field}`;
  const labelOf = (field: string) =>
    field === "files" ? t("files.title") : gapName(noun, field, locale);
  return (
    <Notice className="mt-6" title={t("editor.gaps", { count: gaps.length })} tone="warning">
      <ul className="space-y-1">
        {gaps.map((gap) => (
          <li key={`${gap.field} ${gap.code}`}>
            <a href={path(locale, `${page}${placeOf(gap)}`)}>{labelOf(gap.field)}</a>
            {` · ${errors(gap.code, gap.values)}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
