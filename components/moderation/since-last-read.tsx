import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { ProjectContent } from "@/lib/projects/project";
import {
  listChoiceChanges,
  listTextChanges,
  type ProjectChange,
} from "@/lib/projects/revision-changes";
import { TitledPart } from "../ui/titled-part";
import { RevisionChanges } from "./revision-changes";

type SinceLastReadProps = {
  lastRead: ProjectContent;
  now: ProjectContent;
  locale: Locale;
  levels?: ProjectChange[];
};

/** What has changed since the team read it and sent it back. */
export function SinceLastRead({ lastRead, now, locale, levels = [] }: SinceLastReadProps) {
  return (
    <TitledPart id="since" title={getTranslator(locale, "admin")("dossier.since")}>
      <RevisionChanges
        choices={[...listChoiceChanges(lastRead, now, locale), ...levels]}
        locale={locale}
        since="lastRead"
        texts={listTextChanges(lastRead, now)}
      />
    </TitledPart>
  );
}
