import { DAY_MS } from "@/lib/core/dates";

/** Formats of days that are not written out in a workbook (ECMA-376, 18.8.30), those of Chinese and Japanese systems too. */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** 31 December 9999. */
const LAST = 2_958_465;
/** Excel counts a 29 February 1900 that never was. */
const LEAP = 60;

/** Whether a number in this format is shown as a day, and not as a time or an amount. */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.has(id);
  let isShown = true;
  let closes = "";
  for (const sign of code.slice(0, 255).toLowerCase()) {
    if (closes) closes = sign === closes ? "" : closes;
    else if (!isShown) isShown = true;
    else if (sign === '"') closes = '"';
    else if (sign === "[") closes = "]";
    else if (sign === "\\" || sign === "_" || sign === "*") isShown = false;
    else if (sign === "d" || sign === "y") return true;
  }
  return false;
}

/** The day `YYYY-MM-DD` of a date as a workbook counts it, from 1900 or 1904; null for what is none. */
export function dayOfSerial(serial: number, isFrom1904: boolean): string | null {
  if (!(serial >= 1 && serial <= LAST)) return null;
  const days = Math.floor(serial) + (!isFrom1904 && serial < LEAP ? 1 : 0);
  const first = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(first + days * DAY_MS).toISOString().slice(0, 10);
}
