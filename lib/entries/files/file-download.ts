import "server-only";
import type { NextRequest } from "next/server";
import { getBareViewer } from "@/lib/core/auth/viewer";
import { fileAnswer } from "@/lib/core/files/file-answer";
import type { NounVerbs } from "../noun-verbs";
import { getFile, getFiled } from "./queries";

type Context = { params: Promise<{ slug: string; id: string }> };

/** What the route of a kind answers: a file of an entry, for whoever may open it; nothing but 404 for anybody else. */
export const fileDownload =
  (noun: NounVerbs) =>
  async (_request: NextRequest, { params }: Context): Promise<Response> => {
    const { slug, id } = await params;
    const viewer = await getBareViewer();
    const file = await getFile(viewer, await getFiled(viewer, noun, slug), id);
    if (file) return fileAnswer(file);
    return new Response(null, { status: 404, headers: { "Cache-Control": "private, no-store" } });
  };
