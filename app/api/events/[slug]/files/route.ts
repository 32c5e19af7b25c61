import { postFile } from "@/lib/events/file-route";

export const POST = postFile;
