import type { StoredSheet } from "@/db/stored";
import type { ImportFile } from "./import-file";

/** A stored table as it was read of the file. */
export const sheetFile = (sheet: StoredSheet): ImportFile => sheet as ImportFile;
