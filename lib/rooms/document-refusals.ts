const AT_TITLE = ["tooLong", "oneLine", "unreadableCharacters"] as const;

const REFUSALS = [
  ...AT_TITLE,
  "fileMissing",
  "fileTooLarge",
  "fileNotAccepted",
  "fileTooManyPixels",
  "fileUnreadable",
  "fileTooOften",
  "pdfLocked",
  "uploadsBusy",
  "roomFull",
  "roomClosed",
  "roleReadsOnly",
  "unreadable",
  "notFound",
  "foreignOrigin",
  "otherReader",
  "formOutdated",
  "databaseUnavailable",
] as const;

/** Whether an address tells of a refused document in words that its page may say (`?refused=fileTooLarge`). */
export function isDocumentRefusal(code: unknown): code is (typeof REFUSALS)[number] {
  return (REFUSALS as readonly unknown[]).includes(code);
}

/** Whether it is the title that was refused, not the file. */
export function isTitleRefusal(code: unknown): code is (typeof AT_TITLE)[number] {
  return (AT_TITLE as readonly unknown[]).includes(code);
}
