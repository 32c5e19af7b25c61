import type { ErrorCode } from "../errors";

/** What befalls every form that carries a file. */
const OF_FORMS = [
  "uploadsBusy",
  "unreadable",
  "foreignOrigin",
  "otherReader",
  "formOutdated",
  "databaseUnavailable",
] as const satisfies ErrorCode[];

/** What `checkFile` and the limit of files refuse. */
export const OF_FILES = [
  "fileMissing",
  "fileNotAccepted",
  "fileTooLarge",
  "fileTooManyPixels",
  "fileUnreadable",
  "fileTooOften",
  "pdfLocked",
] as const satisfies ErrorCode[];

/** What `checkFile` refuses besides where it takes documents of an office programme. */
export const OF_DOCUMENTS = [
  "documentNotAccepted",
  "fileHasMacros",
  "fileUnpacksTooLarge",
] as const satisfies ErrorCode[];

/**
 * Whether an address tells of a refused upload (`?refused=fileTooLarge`) in words that its page may say: what befalls
 * every form, and `own`.
 */
export function saysRefusals<Code extends ErrorCode>(own: readonly Code[]) {
  const known: readonly unknown[] = [...OF_FORMS, ...own];
  return (code: unknown): code is Code | (typeof OF_FORMS)[number] => known.includes(code);
}
