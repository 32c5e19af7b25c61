import type { NextRequest } from "next/server";
import { getViewer } from "@/lib/core/auth/viewer";
import { fileAnswer } from "@/lib/core/files/file-answer";
import { getFile } from "@/lib/projects/files/queries";

type Context = { params: Promise<{ slug: string; id: string }> };

/** A file of a project, for whoever may open it; nothing but 404 for anybody else. */
export async function GET(_request: NextRequest, { params }: Context): Promise<Response> {
  const { slug, id } = await params;
  const file = await getFile(await getViewer(), slug, id);
  if (!file) {
    return new Response(null, { status: 404, headers: { "Cache-Control": "private, no-store" } });
  }
  return fileAnswer(file);
}
