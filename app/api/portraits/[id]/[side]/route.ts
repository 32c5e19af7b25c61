import { getViewer } from "@/lib/core/auth/viewer";
import { readFile } from "@/lib/core/files/kept-file";
import { readSide } from "@/lib/members/face";
import { getPortrait } from "@/lib/members/portraits.queries";

type Context = { params: Promise<{ id: string; side: string }> };

/**
 * The portrait of a member who shows it to the viewer. Its address never shows another picture; still it is asked for
 * each time, since it may be hidden meanwhile.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, side: asked } = await params;
  const side = readSide(asked);
  const portrait = side && (await getPortrait(await getViewer(), id, side));
  if (!portrait) return new Response(null, { status: 404 });
  const headers = {
    ETag: `"${id}-${side}"`,
    "Cache-Control": portrait.isPublic ? "public, no-cache" : "private, no-cache",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
  };
  if (request.headers.get("if-none-match") === headers.ETag) {
    return new Response(null, { status: 304, headers });
  }
  const file = await readFile(portrait.fileId);
  if (!file) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(file.content), {
    headers: {
      ...headers,
      "Content-Type": "image/webp",
      "Content-Disposition": 'attachment; filename="portrait.webp"',
    },
  });
}
