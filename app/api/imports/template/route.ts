import type { NextRequest } from "next/server";
import { getBareViewer } from "@/lib/core/auth/viewer";
import { DEFAULT_LOCALE, isLocale } from "@/lib/core/i18n/locales";
import { canBringIn } from "@/lib/imports/policy";
import { importTemplate } from "@/lib/imports/template";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A file of people to fill in (`?kind=xlsx`), with two as an example (`&example=yes`). */
export async function GET({ nextUrl }: NextRequest): Promise<Response> {
  if (!canBringIn(await getBareViewer())) return new Response(null, { status: 404 });
  const asked = nextUrl.searchParams.get("locale");
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const kind = nextUrl.searchParams.get("kind") === "xlsx" ? "xlsx" : "csv";
  const hasExample = nextUrl.searchParams.get("example") === "yes";
  const bytes = await importTemplate({ locale, kind, hasExample });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Cache-Control": "no-store",
      "Content-Type": TYPES[kind],
      "Content-Disposition": `attachment; filename="club-people-${locale}.${kind}"`,
    },
  });
}
