import type { NextRequest } from "next/server";
import { spend } from "@/lib/core/auth/rate-limit";
import { mayRead } from "@/lib/core/auth/standing";
import { tooOftenHeaders } from "@/lib/core/auth/too-often";
import { getBareViewer } from "@/lib/core/auth/viewer";
import { isLocale } from "@/lib/core/i18n/locales";
import { listSimilarProjects } from "@/lib/projects/similar.queries";

const PRIVATE = { "Cache-Control": "private, no-store" };

/** Longer than a title and a teaser; what follows is not compared. */
const LONGEST = 700;

/**
 * For the forms that describe a project: published ones that share words with what is typed (`text`, several) and
 * sectors (`sector`); `except` is the project itself. Only for active accounts.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const asked = request.nextUrl.searchParams;
  const locale = asked.get("locale");
  const viewer = await getBareViewer();
  if (!isLocale(locale) || !mayRead(viewer)) {
    return Response.json([], { status: 404, headers: PRIVATE });
  }
  try {
    await spend("similar", viewer.accountId);
  } catch (error) {
    const headers = { ...PRIVATE, ...tooOftenHeaders(error) };
    return Response.json([], { status: 429, headers });
  }
  const text = asked.getAll("text").map(readable).join(" ").slice(0, LONGEST);
  const sectors = asked.getAll("sector").map(readable).slice(0, 40);
  const except = readable(asked.get("except") ?? "");
  const found = await listSimilarProjects(viewer, { text, sectors, except }, locale);
  return Response.json(found, { headers: PRIVATE });
}

/** What Postgres can be asked with. */
function readable(text: string): string {
  return text.slice(0, LONGEST).toWellFormed().replaceAll("\0", "").trim();
}
