import "server-only";
import { getBareViewer } from "@/lib/core/auth/viewer";
import { pictureAnswer } from "@/lib/core/files/file-answer";
import { readFile } from "@/lib/core/files/kept-file";
import { readSide } from "./face";
import { getPortrait } from "./portraits.queries";

/**
 * The portrait of a member who shows it to the viewer, by its key and its side in pixels; 404 for any other. Its address
 * never shows another picture; still it is asked for each time, since it may be hidden meanwhile.
 */
export async function answerWithPortrait(
  request: Request,
  id: string,
  asked: string,
): Promise<Response> {
  const side = readSide(asked);
  const portrait = side && (await getPortrait(await getBareViewer(), id, side));
  if (!portrait) return new Response(null, { status: 404 });
  return pictureAnswer(request, {
    etag: `${id}-${side}`,
    cache: portrait.isPublic ? "public, no-cache" : "private, no-cache",
    type: "image/webp",
    name: "portrait.webp",
    read: async () => (await readFile(portrait.fileId))?.content,
  });
}
