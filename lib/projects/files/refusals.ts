const REFUSALS = [
  "fileMissing",
  "fileNotAccepted",
  "fileTooLarge",
  "fileTooManyPixels",
  "fileUnreadable",
  "fileTooOften",
  "pdfLocked",
  "uploadsBusy",
  "filesTooMany",
  "filesTooLarge",
  "unreadable",
  "foreignOrigin",
  "otherReader",
  "formOutdated",
  "databaseUnavailable",
] as const;

/** Whether an address tells of a refused file in words that its page may say (`?refused=fileTooLarge`). */
export function isFileRefusal(code: unknown): code is (typeof REFUSALS)[number] {
  return (REFUSALS as readonly unknown[]).includes(code);
}
