import { fileDownload } from "@/lib/entries/files/file-download";
import { EXPERIENCE_VERBS } from "@/lib/experiences/noun.queries";

export const GET = fileDownload(EXPERIENCE_VERBS);
