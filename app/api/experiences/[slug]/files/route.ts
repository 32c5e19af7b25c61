import { postFile } from "@/lib/experiences/file-route";

export const POST = postFile;
