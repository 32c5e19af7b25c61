import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import type { History } from "@/lib/entries/history.queries";
import type { EntryContent, Noun } from "@/lib/entries/noun";
import { VersionEntry } from "./version-entry";

type VersionListProps<Content extends EntryContent> = {
  noun: Noun;
  history: History<Content>;
  locale: Locale;
  restore: FormAction;
  /** What the version online does not say of today's entry; null for nothing. */
  since?: (content: Content) => string | null;
};

/** Every version, the newest first, each with what it changed in the one before. */
export function VersionList<Content extends EntryContent>(props: VersionListProps<Content>) {
  const { noun, history, locale, restore, since } = props;
  const { versions, entry } = history;
  const online = versions.find(({ cause }) => cause !== "restored");
  return (
    <ol className="space-y-6" reversed>
      {versions.map((version, index) => {
        const isOnline = entry.moderation === "published" && version === online;
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
  );
}
