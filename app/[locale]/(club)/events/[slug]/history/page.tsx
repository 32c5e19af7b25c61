import { restoreVersionAction } from "@/lib/events/actions";
import { EVENTS } from "@/lib/events/event";
import { HistoryPage, type HistoryPageProps, historyMetadata } from "../../../entry-history-page";

export const generateMetadata = historyMetadata(EVENTS);

export default function EventHistoryPage(props: HistoryPageProps) {
  return <HistoryPage {...props} noun={EVENTS} restore={restoreVersionAction} />;
}
