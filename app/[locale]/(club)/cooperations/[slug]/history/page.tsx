import { restoreVersionAction } from "@/lib/cooperations/actions";
import { COOPERATIONS } from "@/lib/cooperations/cooperation";
import { HistoryPage, type HistoryPageProps, historyMetadata } from "../../../entry-history-page";

export const generateMetadata = historyMetadata(COOPERATIONS);

export default function CooperationHistoryPage(props: HistoryPageProps) {
  return <HistoryPage {...props} noun={COOPERATIONS} restore={restoreVersionAction} />;
}
