import { postFile } from "@/lib/projects/files/file-route";

export const POST = postFile;
