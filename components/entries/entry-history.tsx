import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { History } from "@/lib/entries/history.queries";
import type { EntryContent, Noun } from "@/lib/entries/noun";
import { nounWords } from "@/lib/entries/noun-words";
import { EmptyState } from "../ui/empty-state";
import { PageHeader } from "../ui/page-header";
import { BackToEntry } from "./back-to-entry";
import { BackToList } from "./back-to-list";
import { EntryTitle } from "./entry-title";
import { VersionEntry } from "./version-entry";

type EntryHistoryProps<Content extends EntryContent> = {
  noun: Noun;
  history: History<Content>;
  locale: Locale;
  restore: FormAction;
  /** What the version online does not say of today's entry; null for nothing. */
  since?: (content: Content) => string | null;
};

/** Every version, the newest first, each with what it changed in the one before. */
export function EntryHistory<Content extends EntryContent>(props: EntryHistoryProps<Content>) {
  const { noun, history, locale, restore, since } = props;
  const t = getTranslator(locale, "entries");
  const say = nounWords(noun, locale);
  const { entry, versions, isOwn } = history;
  const isPublished = entry.moderation === "published";
  const online = versions.find(({ cause }) => cause !== "restored");
  return (
    <>
      <PageHeader
        before={
          isOwn || isPublished ? (
            <BackToEntry locale={locale} noun={noun} slug={entry.slug} />
          ) : (
            <BackToList locale={locale} noun={noun} />
          )
        }
        eyebrow={<span>{say("history.title")}</span>}
        lead={t("history.lead")}
        title={<EntryTitle isHeading entry={entry} locale={locale} noun={noun} />}
      />
      {versions.length === 0 ? (
        <EmptyState text={say("history.emptyText")} title={t("history.emptyTitle")} />
      ) : (
        <ol className="space-y-6" reversed>
          {versions.map((version, index) => {
            const isOnline = isPublished && version === online;
            return (
              <li key={version.number}>
                <VersionEntry
                  before={versions[index + 1] ?? null}
                  history={history}
                  isNewest={index === 0}
                  isOnline={isOnline}
                  locale={locale}
                  noun={noun}
                  restore={restore}
                  since={isOnline ? since?.(version.content) : null}
                  version={version}
                />
              </li>
            );
          })}
        </ol>
      )}
    </>
  );
}
