import type { NextRequest } from "next/server";
import { getBareViewer } from "@/lib/core/auth/viewer";
import { DEFAULT_LOCALE, isLocale } from "@/lib/core/i18n/locales";
import { askedKind, fileAnswer } from "@/lib/imports/file-answer";
import { canBringIn } from "@/lib/imports/policy";
import { importTemplate } from "@/lib/imports/template";

/** A file of people to fill in (`?kind=xlsx`), with two as an example (`&example=yes`). */
export async function GET({ nextUrl }: NextRequest): Promise<Response> {
  if (!canBringIn(await getBareViewer())) return new Response(null, { status: 404 });
  const asked = nextUrl.searchParams.get("locale");
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const kind = askedKind(nextUrl.searchParams);
  const hasExample = nextUrl.searchParams.get("example") === "yes";
  return fileAnswer(await importTemplate({ locale, kind, hasExample }), kind, locale);
}
