import "server-only";
import { createHash } from "node:crypto";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/i18n/locales";
import { type CalendarRow, writeEvents } from "./event-calendar";

type Answer = {
  rows: readonly CalendarRow[];
  locale: Locale;
  /** What the calendar is called. */
  name: string;
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
  const mark = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  const headers = {
    "Cache-Control": isPublic ? "public, no-cache" : "private, no-cache",
    ETag: `W/"${mark}"`,
  };
  if (request.headers.get("if-none-match") === headers.ETag) {
    return new Response(null, { status: 304, headers });
  }
  const kept = fileName && { "Content-Disposition": `attachment; filename="${fileName}.ics"` };
  const type = { "Content-Type": "text/calendar; charset=utf-8" };
  return new Response(text, { headers: { ...headers, ...type, ...kept } });
}

/** To who asks for a calendar that is not there, or not there any more. */
export const noCalendar = () =>
  new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
