import "server-only";
import { env } from "@/lib/core/env";
import { digestOf, knownAnswer } from "@/lib/core/files/known-answer";
import type { Locale } from "@/lib/core/i18n/locales";
import { type CalendarRow, writeEvents } from "./event-calendar";

type Answer = {
  rows: readonly CalendarRow[];
  locale: Locale;
  /** What a feed is called. */
  name?: string;
  /** Whether anybody gets the same. */
  isPublic: boolean;
  /** Of a file to be opened once, not a feed. */
  fileName?: string;
};

/** Answers with a calendar, or 304 to who has it as it is. */
export function answerWithCalendar(
  request: Request,
  { rows, locale, name, isPublic, fileName }: Answer,
): Response {
  const text = writeEvents(rows, { locale, name, origin: env().APP_ORIGIN });
  const headers = {
    "Cache-Control": isPublic ? "public, no-cache" : "private, no-cache",
    ETag: `W/"${digestOf(text)}"`,
  };
  const known = knownAnswer(request, headers);
  if (known) return known;
  const kept = fileName && { "Content-Disposition": `attachment; filename="${fileName}.ics"` };
  const type = { "Content-Type": "text/calendar; charset=utf-8" };
  return new Response(text, { headers: { ...headers, ...type, ...kept } });
}

/** To who asks for a calendar that is not there, or not there any more. */
export const noCalendar = () =>
  new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
