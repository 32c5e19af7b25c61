import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import type { ProjectHistory } from "@/lib/projects/history.queries";
import { VersionEntry } from "./version-entry";

type VersionListProps = { history: ProjectHistory; locale: Locale; restore: FormAction };

/** Every version, the newest first, each with what it changed in the one before. */
export function VersionList({ history, locale, restore }: VersionListProps) {
  const { versions, project } = history;
  const online = versions.find(({ cause }) => cause !== "restored");
  return (
    <ol className="space-y-6" reversed>
      {versions.map((version, index) => (
        <li key={version.number}>
          <VersionEntry
            before={versions[index + 1] ?? null}
            history={history}
            isNewest={index === 0}
            isOnline={project.moderation === "published" && version === online}
            locale={locale}
            restore={restore}
            version={version}
          />
        </li>
      ))}
    </ol>
  );
}
