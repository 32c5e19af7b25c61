import type { NextRequest } from "next/server";
import { spend } from "@/lib/core/auth/rate-limit";
import { tooOftenHeaders } from "@/lib/core/auth/too-often";
import { getBareViewer } from "@/lib/core/auth/viewer";
import { isLocale } from "@/lib/core/i18n/locales";
import { askedKind, fileAnswer } from "@/lib/imports/file-answer";
import { peopleFile } from "@/lib/imports/template";
import { listPeopleForFile } from "@/lib/moderation/people-file.queries";
import { canListAccounts } from "@/lib/moderation/policy";
import { accountFilters } from "@/lib/moderation/schema";

/** The people whose accounts match the list's filters, as a file that an import reads again (`?kind=xlsx`). */
export async function GET({ nextUrl }: NextRequest): Promise<Response> {
  const viewer = await getBareViewer();
  if (!viewer || !canListAccounts(viewer)) return new Response(null, { status: 404 });
  try {
    await spend("export", viewer.accountId);
  } catch (error) {
    return new Response(null, { status: 429, headers: tooOftenHeaders(error) });
  }
  const asked = nextUrl.searchParams.get("locale");
  const locale = isLocale(asked) ? asked : viewer.locale;
  const kind = askedKind(nextUrl.searchParams);
  const filters = accountFilters.parse(Object.fromEntries(nextUrl.searchParams));
  const people = await listPeopleForFile(viewer, filters, locale);
  return fileAnswer(await peopleFile({ locale, kind, people }), kind, locale);
}
