import type { NextRequest } from "next/server";
import { DEFAULT_LOCALE, isLocale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import { postUnsubscribe } from "@/lib/notifications/unsubscribe-route";

/** Whoever opens the address of the one-click post is led to the page, where nothing happens before a button is pressed. */
export function GET(request: NextRequest): Response {
  const asked = request.nextUrl.searchParams;
  const locale = asked.get("locale");
  const language = isLocale(locale) ? locale : DEFAULT_LOCALE;
  const to = path(language, "/unsubscribe", { token: asked.get("token") ?? "" });
  return new Response(null, { status: 303, headers: { Location: to } });
}

export const POST = postUnsubscribe;
