import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type ChoiceChange, listChoiceChanges, listTextChanges } from "@/lib/entries/difference";
import { PROJECT, type ProjectContent } from "@/lib/projects/project";
import { TitledPart } from "../ui/titled-part";
import { RevisionChanges } from "./revision-changes";

type SinceLastReadProps = {
  lastRead: ProjectContent;
  now: ProjectContent;
  locale: Locale;
  levels?: ChoiceChange[];
};

/** What has changed since the team read it and sent it back. */
export function SinceLastRead({ lastRead, now, locale, levels = [] }: SinceLastReadProps) {
  return (
    <TitledPart id="since" title={getTranslator(locale, "admin")("dossier.since")}>
      <RevisionChanges
        choices={[...listChoiceChanges(PROJECT, lastRead, now, locale), ...levels]}
        locale={locale}
        since="lastRead"
        texts={listTextChanges(PROJECT, lastRead, now)}
      />
    </TitledPart>
  );
}
