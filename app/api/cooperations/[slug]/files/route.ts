import { postFile } from "@/lib/cooperations/file-route";

export const POST = postFile;
