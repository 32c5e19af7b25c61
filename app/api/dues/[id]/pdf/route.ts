import { getBareViewer } from "@/lib/core/auth/viewer";
import { fileAnswer } from "@/lib/core/files/file-answer";
import { rowId } from "@/lib/core/text/fields";
import { readDuesPdf } from "@/lib/dues/pdf.queries";

/** A document about dues as PDF, to its payer, whatever their membership, and to administrators. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const viewer = await getBareViewer();
  const id = rowId.safeParse((await params).id);
  const pdf = viewer && id.success ? await readDuesPdf(viewer, id.data) : null;
  if (!pdf) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  return fileAnswer({ ...pdf, kind: "pdf" });
}
