import { z } from "zod";
import { PAYMENT_WAYS } from "@/db/enums";
import { referenceItems } from "@/db/reference/lists";
import { code } from "@/lib/core/errors";
import {
  choice,
  choices,
  day,
  optionalLine,
  optionalParagraph,
  optionalYear,
  pageNumber,
  paragraph,
  rowId,
} from "@/lib/core/text/fields";
import { MOST_CENTS, readAmount } from "./amounts";
import { CALL_STATES } from "./call-state";

/** Kinds of membership, in the order of the vocabulary. */
export const DUES_CATEGORIES: readonly string[] = referenceItems("membershipCategories").map(
  ({ slug }) => slug,
);

/** No dues are older than the club's portal needs. */
const FIRST_YEAR = 2000;
/** Dues are called for so many years ahead at most. */
const YEARS_AHEAD = 1;
/** People that one call covers at most. */
const COVERED_MOST = 40;

export const DUES_MAX = { address: 300, reference: 60, words: 300 } as const;

const duesYear = optionalYear(FIRST_YEAR, YEARS_AHEAD).transform((year, context) => {
  if (year !== null) return year;
  context.addIssue({ code: "custom", message: code("required") });
  return z.NEVER;
});

/** Cents from what is typed; none (null) where nothing is. */
const optionalAmount = z
  .string()
  .optional()
  .transform((written, context) => {
    if (!written?.trim()) return null;
    const cents = readAmount(written);
    const fault = cents === null || cents === 0 ? "notAnAmount" : "amountTooHigh";
    if (cents !== null && cents > 0 && cents <= MOST_CENTS) return cents;
    context.addIssue({ code: "custom", message: code(fault) });
    return z.NEVER;
  });

/** What the list of calls is asked for; whatever it does not know it leaves out. */
export const callFilters = z.object({
  state: z.enum(CALL_STATES).nullable().catch(null).default(null),
  page: pageNumber,
});

/** The year of a page about dues; null for an address that names none. */
export function readDuesYear(written: unknown): number | null {
  const year = duesYear.safeParse(written);
  return year.success ? year.data : null;
}

/** What each category pays for a year: an amount in cents, null for nothing. */
export const feesInput = z.strictObject({
  year: duesYear,
  fees: z.strictObject(
    Object.fromEntries(DUES_CATEGORIES.map((category) => [category, optionalAmount])),
  ),
});

/** Everybody of a category who is not covered for the year is called. */
export const callCategoryInput = z.strictObject({
  year: duesYear,
  category: choice(DUES_CATEGORIES),
});

/** One call: to whom, for whom, for which year; without an amount what their categories pay. */
export const callInput = z.strictObject({
  accountId: rowId,
  year: duesYear,
  covers: choices((id) => rowId.safeParse(id).success, COVERED_MOST).refine(
    (ids) => ids.length > 0,
    code("notChosen"),
  ),
  amount: optionalAmount,
  address: optionalParagraph(DUES_MAX.address),
});

/** Money that came for a call. */
export const paymentInput = z.strictObject({
  documentId: rowId,
  paidOn: day,
  way: choice(PAYMENT_WAYS),
  reference: optionalLine(DUES_MAX.reference),
});

/** A document as PDF. */
export const duesPdfInput = z.strictObject({ documentId: rowId });

/** A call or receipt is taken back, and why. */
export const cancelDuesInput = z.strictObject({
  documentId: rowId,
  words: paragraph(DUES_MAX.words),
});
