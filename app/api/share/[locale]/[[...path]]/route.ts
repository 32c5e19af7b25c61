import { answerWithPicture } from "@/lib/share-pictures/picture-route";

type Context = { params: Promise<{ locale: string; path?: string[] }> };

/** What a shared link shows of the page at `path`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, path = [] } = await params;
  return answerWithPicture(request, locale, `/${path.join("/")}`);
}
