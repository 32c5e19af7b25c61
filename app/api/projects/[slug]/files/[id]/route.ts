import type { NextRequest } from "next/server";
import { getViewer } from "@/lib/core/auth/viewer";
import { fileAnswer } from "@/lib/core/files/file-answer";
import { getFile, getFiled } from "@/lib/entries/files/queries";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";

type Context = { params: Promise<{ slug: string; id: string }> };

/** A file of a project, for whoever may open it; nothing but 404 for anybody else. */
export async function GET(_request: NextRequest, { params }: Context): Promise<Response> {
  const { slug, id } = await params;
  const viewer = await getViewer();
  const file = await getFile(viewer, await getFiled(viewer, PROJECT_VERBS, slug), id);
  if (!file) {
    return new Response(null, { status: 404, headers: { "Cache-Control": "private, no-store" } });
  }
  return fileAnswer(file);
}
