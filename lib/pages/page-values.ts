import { PROMISES } from "@/lib/core/i18n/promises";

/** What the settings say of the club, and words that follow from them. */
const OF_CLUB = [
  "contact",
  "club",
  "publisher",
  "address",
  "host",
  "hosting",
  "controller",
  "duesYears",
] as const;

/** How long something is kept or works: what the privacy notice promises. */
const LIMITS = [
  "idleDays",
  "teamIdleHours",
  "sessionDays",
  "codeMinutes",
  "recoveryMinutes",
  "resetMinutes",
  "linkDays",
  "welcomeDays",
  "draftDays",
  "endedMonths",
  "reportMonths",
  "introductionKeptDays",
  "invitedKeptDays",
  "guestMinutes",
  "partyDays",
  "arrivalWaitDays",
  "unusedFileDays",
  "noticeDays",
  "mailDays",
] as const satisfies (keyof typeof PROMISES)[];

/** What a page may name in braces, `{contact}`, for the portal to fill in as it is drawn. */
export const VALUE_NAMES = [...OF_CLUB, ...LIMITS] as const;

type ClubValues = Record<(typeof OF_CLUB)[number], string>;

/** The limits as they are today. */
export const LIMIT_VALUES = Object.fromEntries(
  LIMITS.map((name) => [name, String(PROMISES[name])]),
) as Record<(typeof LIMITS)[number], string>;

export type PageValues = ClubValues & typeof LIMIT_VALUES;

/** A name in braces, or a brace by itself. */
const BRACED = /\{[^{}\n]{0,40}\}|[{}]/g;

/** The first thing in braces that is no value: `{adress}`, `{`. */
export const findUnknown = (text: string): string | undefined =>
  text.match(BRACED)?.find((found) => !isKnown(found));

const isKnown = (found: string) =>
  found.length > 2 && (VALUE_NAMES as readonly string[]).includes(found.slice(1, -1));

/** A text with its values in place. */
export const fillIn = (text: string, values: PageValues): string =>
  text.replace(BRACED, (found) =>
    isKnown(found) ? values[found.slice(1, -1) as keyof PageValues] : found,
  );
