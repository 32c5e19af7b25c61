import { postFile } from "@/lib/projects/file-route";

export const POST = postFile;
