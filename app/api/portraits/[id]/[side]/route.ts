import { getViewer } from "@/lib/core/auth/viewer";
import { pictureAnswer } from "@/lib/core/files/file-answer";
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
  return pictureAnswer(request, {
    etag: `${id}-${side}`,
    cache: portrait.isPublic ? "public, no-cache" : "private, no-cache",
    type: "image/webp",
    name: "portrait.webp",
    read: async () => (await readFile(portrait.fileId))?.content,
  });
}
