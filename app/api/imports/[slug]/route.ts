import { postImport } from "@/lib/imports/import-route";

export const POST = postImport;
