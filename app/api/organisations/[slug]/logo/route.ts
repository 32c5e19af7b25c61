import type { NextRequest } from "next/server";
import { getViewer } from "@/lib/core/auth/viewer";
import { readFile } from "@/lib/core/files/kept-file";
import { postLogo } from "@/lib/organisations/logo-route";
import { getLogo } from "@/lib/organisations/logos.queries";

type Context = { params: Promise<{ slug: string }> };

/** Nothing in a picture may run, wherever it is opened. */
const POLICY = "default-src 'none'; sandbox";

/**
 * The logo of an organisation in the viewer's sight. Its address with the right hash never changes; one that is not
 * public is asked for each time, since it may be hidden meanwhile.
 */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const logo = await getLogo(await getViewer(), slug);
  if (!logo) return new Response(null, { status: 404 });
  const etag = `"${logo.hash}"`;
  const asked = request.nextUrl.searchParams.get("v") ?? "";
  const isLasting = logo.isPublic && asked.length >= 16 && logo.hash.startsWith(asked);
  const headers = {
    ETag: etag,
    "Cache-Control": isLasting ? "private, max-age=31536000, immutable" : "private, no-cache",
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
  };
  if (request.headers.get("if-none-match") === etag) {
    return new Response(null, { status: 304, headers });
  }
  const file = await readFile(logo.fileId);
  if (!file) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(file.content), {
    headers: {
      ...headers,
      "Content-Type": "image/png",
      "Content-Disposition": `attachment; filename="${slug}.png"`,
    },
  });
}

export const POST = postLogo;
