import { fileDownload } from "@/lib/entries/files/file-download";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";

export const GET = fileDownload(PROJECT_VERBS);
