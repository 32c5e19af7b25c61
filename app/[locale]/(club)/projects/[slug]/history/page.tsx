import { formatDay } from "@/lib/core/dates";
import { getTranslator } from "@/lib/core/i18n/translator";
import { restoreVersionAction } from "@/lib/projects/actions";
import { PROJECTS } from "@/lib/projects/project";
import { HistoryPage, type HistoryPageProps, historyMetadata } from "../../../entry-history-page";

export const generateMetadata = historyMetadata(PROJECTS);

export default function ProjectHistoryPage(props: HistoryPageProps) {
  return (
    <HistoryPage
      {...props}
      noun={PROJECTS}
      restore={restoreVersionAction}
      since={({ deadline }, content, locale) =>
        deadline && deadline !== content.deadline
          ? getTranslator(locale, "projects")("history.deadlineMoved", {
              day: formatDay(deadline, locale),
            })
          : null
      }
    />
  );
}
