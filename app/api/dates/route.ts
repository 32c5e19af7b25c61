import type { NextRequest } from "next/server";
import { warnOn } from "@/lib/core/date-notes";
import { isDay } from "@/lib/core/dates";
import { isLocale } from "@/lib/core/i18n/locales";

/** What follows from the address and the calendars alone, for an hour. */
const HEADERS = { "Cache-Control": "public, max-age=3600" };

/**
 * For forms that ask for a date: what the calendars of both countries say of the day `from`, or of the days up to `to`, of which the
 * first ten characters are read (`YYYY-MM-DD`); nothing of what is no day. To anybody.
 */
export function GET({ nextUrl }: NextRequest): Response {
  const asked = nextUrl.searchParams;
  const locale = asked.get("locale");
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const [from = "", to = ""] = ["from", "to"].map((name) => asked.get(name)?.slice(0, 10));
  const last = isDay(to) && to > from ? to : from;
  const notes = isDay(from) ? warnOn(from, locale, last) : { warnings: [], notes: [] };
  return Response.json(notes, { headers: HEADERS });
}
