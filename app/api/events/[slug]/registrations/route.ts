import type { NextRequest } from "next/server";
import { spend } from "@/lib/core/auth/rate-limit";
import { tooOftenHeaders } from "@/lib/core/auth/too-often";
import { getBareViewer } from "@/lib/core/auth/viewer";
import { isLocale } from "@/lib/core/i18n/locales";
import { writeCsv } from "@/lib/core/text/csv";
import { registrationRows } from "@/lib/events/registrations-file";
import { listRegistrationsForFile } from "@/lib/events/registrations-file.queries";

type Context = { params: Promise<{ slug: string }> };

/** Who is registered for an event, in any state, as CSV for whoever keeps it. */
export async function GET({ nextUrl }: NextRequest, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const viewer = await getBareViewer();
  const file = viewer && (await listRegistrationsForFile(viewer, slug));
  if (!viewer || !file) return new Response(null, { status: 404 });
  try {
    await spend("export", viewer.accountId);
  } catch (error) {
    return new Response(null, { status: 429, headers: tooOftenHeaders(error) });
  }
  const asked = nextUrl.searchParams.get("locale");
  const locale = isLocale(asked) ? asked : viewer.locale;
  return new Response(new Uint8Array(writeCsv(registrationRows(file, locale), locale)), {
    headers: {
      "Cache-Control": "private, no-store",
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${slug}-${locale}.csv"`,
    },
  });
}
