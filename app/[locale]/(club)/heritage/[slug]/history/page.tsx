import { restoreVersionAction } from "@/lib/heritage/actions";
import { HERITAGE } from "@/lib/heritage/heritage";
import { HistoryPage, type HistoryPageProps, historyMetadata } from "../../../entry-history-page";

export const generateMetadata = historyMetadata(HERITAGE);

export default function HeritageHistoryPage(props: HistoryPageProps) {
  return <HistoryPage {...props} noun={HERITAGE} restore={restoreVersionAction} />;
}
