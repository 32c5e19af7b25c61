const REFUSALS = [
  "fileMissing",
  "fileTooLarge",
  "fileNotAccepted",
  "fileTooManyPixels",
  "fileUnreadable",
  "fileTooOften",
  "pdfLocked",
  "pdfActive",
  "roomFull",
  "roomClosed",
  "roleReadsOnly",
  "tooLong",
  "unreadable",
  "notFound",
  "foreignOrigin",
  "databaseUnavailable",
] as const;

/** Whether an address tells of a refused document in words that its page may say (`?refused=fileTooLarge`). */
export function isDocumentRefusal(code: unknown): code is (typeof REFUSALS)[number] {
  return (REFUSALS as readonly unknown[]).includes(code);
}
