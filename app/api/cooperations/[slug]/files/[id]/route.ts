import { COOPERATION_VERBS } from "@/lib/cooperations/noun.queries";
import { fileDownload } from "@/lib/entries/files/file-download";

export const GET = fileDownload(COOPERATION_VERBS);
