import { getBareViewer } from "@/lib/core/auth/viewer";
import { fileAnswer } from "@/lib/core/files/file-answer";
import { getDocumentVersion } from "@/lib/rooms/documents.queries";

type Context = { params: Promise<{ slug: string; id: string }> };

/** One version of a document, for the people in the room: asked for anew each time, so that who was removed gets none. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug, id } = await params;
  const version = await getDocumentVersion(await getBareViewer(), slug, id);
  return version ? fileAnswer(version) : new Response(null, { status: 404 });
}
