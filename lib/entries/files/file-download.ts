import "server-only";
import type { NextRequest } from "next/server";
import { getBareViewer } from "@/lib/core/auth/viewer";
import { drawCut } from "@/lib/core/files/draw-image";
import { fileAnswer, pictureAnswer } from "@/lib/core/files/file-answer";
import type { NounVerbs } from "../noun-verbs";
import { COVER_SIDES, isCoverAsked } from "./cover";
import { findFile, getFiled } from "./queries";

type Context = { params: Promise<{ slug: string; id: string }> };

const MISSING = { status: 404, headers: { "Cache-Control": "private, no-store" } };

/**
 * What the route of a kind answers: a file of an entry, for whoever may open it, or what its page's head shows of a picture;
 * nothing but 404 for anybody else.
 */
export const fileDownload =
  (noun: NounVerbs) =>
  async (request: NextRequest, { params }: Context): Promise<Response> => {
    const { slug, id } = await params;
    const viewer = await getBareViewer();
    const entry = await getFiled(viewer, noun, slug);
    const found = await findFile(viewer, entry, id);
    if (!found) return new Response(null, MISSING);
    if (isCoverAsked(request.nextUrl.searchParams)) {
      if (found.kind !== "image") return new Response(null, MISSING);
      return pictureAnswer(
        request,
        {
          etag: `${id}-cover`,
          cache: "private, no-cache",
          type: "image/webp",
          name: "picture.webp",
          read: async () => {
            const file = await found.open();
            return file && drawCut(file.content, ...COVER_SIDES);
          },
        },
        MISSING,
      );
    }
    const file = await found.open();
    return file ? fileAnswer(file) : new Response(null, MISSING);
  };
