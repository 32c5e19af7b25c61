import type { NextRequest } from "next/server";
import { getApplicant } from "@/lib/applications/access.queries";
import { spend } from "@/lib/core/auth/rate-limit";
import { readRequest } from "@/lib/core/auth/request";
import { mayRead } from "@/lib/core/auth/standing";
import { tooOftenHeaders } from "@/lib/core/auth/too-often";
import { getBareViewer } from "@/lib/core/auth/viewer";
import { isLocale } from "@/lib/core/i18n/locales";
import { listSimilarOrganisations } from "@/lib/organisations/similar.queries";

const PRIVATE = { "Cache-Control": "private, no-store" };

/** Longer than any name or number; what follows is not compared. */
const LONGEST = 400;

/**
 * For forms that describe an organisation: those of the club that have the typed name (`name`, up to three) or number
 * already. Only for active accounts and for whoever holds the key to an application.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const asked = request.nextUrl.searchParams;
  const locale = asked.get("locale");
  const viewer = await getBareViewer();
  const mayAsk = mayRead(viewer) || (await getApplicant()) !== null;
  if (!isLocale(locale) || !mayAsk) {
    return Response.json([], { status: 404, headers: PRIVATE });
  }
  try {
    await spend("similar", viewer?.accountId ?? (await readRequest()).client);
  } catch (error) {
    const headers = { ...PRIVATE, ...tooOftenHeaders(error) };
    return Response.json([], { status: 429, headers });
  }
  const names = asked.getAll("name").slice(0, 3).map(readable);
  const found = await listSimilarOrganisations(
    viewer,
    { names: names.filter(Boolean), number: readable(asked.get("number") ?? "") },
    locale,
  );
  const shown = found.map(({ id, slug, name, place, by }) => {
    return { id, slug, name: name.text, lang: name.lang, place, by };
  });
  return Response.json(shown, { headers: PRIVATE });
}

/** What Postgres can be asked with. */
function readable(text: string): string {
  return text.slice(0, LONGEST).toWellFormed().replaceAll("\0", "").trim();
}
