import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Noun } from "@/lib/entries/noun";
import { nounWords } from "@/lib/entries/noun-words";
import type { OwnEntry } from "@/lib/entries/own.queries";
import { Notice } from "../ui/notice";
import { PageHeader } from "../ui/page-header";
import { AnswerQuote } from "./answer-quote";
import { BackToEntry } from "./back-to-entry";
import type { EditorEntry } from "./editor-entry";
import { EntryTitle } from "./entry-title";
import { ModerationBadge } from "./moderation-badge";

type EditorHeadProps = {
  noun: Noun;
  entry: EditorEntry;
  own: OwnEntry;
  locale: Locale;
  /** The club's, edited by an administrator: nobody reads it before it is online. */
  isForClub?: boolean;
};

/** What is being edited, and what the club team asked for. */
export function EditorHead({ noun, entry, own, locale, isForClub }: EditorHeadProps) {
  const t = getTranslator(locale, "entries");
  const isEdit = entry.revisionId !== null;
  const { state, answer } = (isEdit && own.revision) || { ...own, state: own.moderation };
  return (
    <>
      <PageHeader
        before={<BackToEntry locale={locale} noun={noun} slug={entry.slug} />}
        eyebrow={<ModerationBadge locale={locale} state={own.moderation} />}
        title={<EntryTitle isHeading entry={entry.content} locale={locale} noun={noun} />}
      />
      {isEdit ? (
        <Notice className="mb-8" title={t("editor.editTitle")}>
          {t(isForClub ? "editor.editTextForClub" : "editor.editText")}
        </Notice>
      ) : null}
      {state === "changes-requested" && answer ? (
        <Notice
          className="mb-8"
          title={nounWords(noun, locale)("state.changes-requested.title")}
          tone="warning"
        >
          <AnswerQuote answer={answer} />
        </Notice>
      ) : null}
    </>
  );
}
