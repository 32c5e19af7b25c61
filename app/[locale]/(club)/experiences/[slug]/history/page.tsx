import { restoreVersionAction } from "@/lib/experiences/actions";
import { EXPERIENCES } from "@/lib/experiences/experience";
import { HistoryPage, type HistoryPageProps, historyMetadata } from "../../../entry-history-page";

export const generateMetadata = historyMetadata(EXPERIENCES);

export default function ExperienceHistoryPage(props: HistoryPageProps) {
  return <HistoryPage {...props} noun={EXPERIENCES} restore={restoreVersionAction} />;
}
