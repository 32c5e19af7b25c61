import type { NextRequest } from "next/server";
import { getBareViewer } from "@/lib/core/auth/viewer";
import { pictureAnswer } from "@/lib/core/files/file-answer";
import { readFile } from "@/lib/core/files/kept-file";
import { postLogo } from "@/lib/organisations/logo-route";
import { getLogo } from "@/lib/organisations/logos.queries";

type Context = { params: Promise<{ slug: string }> };

/**
 * The logo of an organisation in the viewer's sight. Its address with the right hash never changes; one that is not
 * public is asked for each time, since it may be hidden meanwhile.
 */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const logo = await getLogo(await getBareViewer(), slug);
  if (!logo) return new Response(null, { status: 404 });
  const asked = request.nextUrl.searchParams.get("v") ?? "";
  const isLasting = logo.isPublic && asked.length >= 16 && logo.hash.startsWith(asked);
  return pictureAnswer(request, {
    etag: logo.hash,
    cache: isLasting ? "private, max-age=31536000, immutable" : "private, no-cache",
    type: "image/png",
    name: `${slug}.png`,
    read: async () => (await readFile(logo.fileId))?.content,
  });
}

export const POST = postLogo;
