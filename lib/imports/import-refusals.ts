import { saysRefusals } from "@/lib/core/files/upload-refusals";

/** Whether the page says why a file of people was not taken. */
export const isImportRefusal = saysRefusals([
  "fileMissing",
  "fileTooLarge",
  "fileUnreadable",
  "fileTooOften",
  "importOldExcel",
  "importNotATable",
  "importUnpacksTooLarge",
  "importEmpty",
  "importTooManyRows",
  "importTooManyColumns",
  "importCellTooLong",
  "importQuoteOpen",
]);
