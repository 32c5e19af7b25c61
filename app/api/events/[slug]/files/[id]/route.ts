import { fileDownload } from "@/lib/entries/files/file-download";
import { EVENT_VERBS } from "@/lib/events/noun.queries";

export const GET = fileDownload(EVENT_VERBS);
