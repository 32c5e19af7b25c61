const REFUSALS = [
  "logoMissing",
  "logoNotAPicture",
  "logoTooLarge",
  "logoTooManyPixels",
  "logoUnreadable",
  "uploadsBusy",
  "logoTooOften",
  "unreadable",
  "foreignOrigin",
  "otherReader",
  "formOutdated",
  "databaseUnavailable",
] as const;

/** Whether an address tells of a refused logo in words that its page may say (`?refused=logoTooLarge`). */
export function isLogoRefusal(code: unknown): code is (typeof REFUSALS)[number] {
  return (REFUSALS as readonly unknown[]).includes(code);
}
