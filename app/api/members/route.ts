import type { NextRequest } from "next/server";
import { spend } from "@/lib/core/auth/rate-limit";
import { tooOftenHeaders } from "@/lib/core/auth/too-often";
import { getViewer } from "@/lib/core/auth/viewer";
import { AppError } from "@/lib/core/errors";
import { isLocale, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { readDirectoryFilters } from "@/lib/directory/directory-filters";
import { toDirectoryView } from "@/lib/directory/directory-view";
import { listMembers } from "@/lib/directory/queries";

const PRIVATE = { "Cache-Control": "private, no-store" };

/** The directory's live island asks here: the same answer as the page, for active accounts only. */
export async function GET(request: NextRequest): Promise<Response> {
  const asked = request.nextUrl.searchParams;
  const locale = asked.get("locale");
  const viewer = await getViewer();
  if (!isLocale(locale) || viewer?.status !== "active") {
    return Response.json({}, { status: 404, headers: PRIVATE });
  }
  try {
    await spend("directory", viewer.accountId);
  } catch (error) {
    return refuse(error, locale);
  }
  const filters = readDirectoryFilters({
    q: asked.get("q") ?? "",
    sector: asked.getAll("sector"),
    city: asked.getAll("city"),
    sort: asked.get("sort") ?? "",
    page: asked.get("page") ?? "",
  });
  const list = await listMembers(viewer, filters, locale);
  return Response.json(toDirectoryView(list, filters, locale), { headers: PRIVATE });
}

function refuse(error: unknown, locale: Locale): Response {
  if (!(error instanceof AppError)) throw error;
  const message = getTranslator(locale, "errors")(error.code, error.values);
  const headers = { ...PRIVATE, ...tooOftenHeaders(error) };
  return Response.json({ message }, { status: 429, headers });
}
