import { clubName } from "@/lib/core/i18n/club-name";
import { isLocale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listPublicCalendar } from "@/lib/events/calendar.queries";
import { answerWithCalendar, noCalendar } from "@/lib/events/calendar-route";

type Context = { params: Promise<{ locale: string }> };

/** What a calendar follows: the events that everybody may read, in one language. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return noCalendar();
  const name = `${getTranslator(locale, "events")("list.title")} · ${clubName(locale)}`;
  const rows = await listPublicCalendar();
  return answerWithCalendar(request, { rows, locale, name, isPublic: true });
}
