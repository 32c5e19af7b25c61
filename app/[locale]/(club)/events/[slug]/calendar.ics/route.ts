import { getBareViewer } from "@/lib/core/auth/viewer";
import { isLocale } from "@/lib/core/i18n/locales";
import { getCalendarEvent } from "@/lib/events/calendar.queries";
import { answerWithCalendar, noCalendar } from "@/lib/events/calendar-route";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** One event for the reader's calendar, as they may read it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params;
  const event = isLocale(locale) ? await getCalendarEvent(await getBareViewer(), slug) : null;
  if (!isLocale(locale) || !event) return noCalendar();
  return answerWithCalendar(request, {
    ...{ rows: [event], locale, isPublic: false, fileName: slug },
  });
}
