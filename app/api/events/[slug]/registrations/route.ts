import type { NextRequest } from "next/server";
import { tooOftenHeaders } from "@/lib/core/auth/too-often";
import { getBareViewer } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";
import { isLocale } from "@/lib/core/i18n/locales";
import { writeCsv } from "@/lib/core/text/csv";
import { registrationRows } from "@/lib/events/registrations-file";
import { listRegistrationsForFile } from "@/lib/events/registrations-file.queries";

type Context = { params: Promise<{ slug: string }> };

/** What whoever keeps it takes along; an answer of its own to anybody else, and to who has taken it too often. */
async function take(viewer: Viewer, slug: string) {
  try {
    const file = await listRegistrationsForFile(viewer, slug);
    return file ?? new Response(null, { status: 404 });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return new Response(null, { status: 429, headers: tooOftenHeaders(error) });
  }
}

/** Who is registered for an event, in any state, as CSV for whoever keeps it. */
export async function GET({ nextUrl }: NextRequest, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const viewer = await getBareViewer();
  if (!viewer) return new Response(null, { status: 404 });
  const file = await take(viewer, slug);
  if (file instanceof Response) return file;
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
