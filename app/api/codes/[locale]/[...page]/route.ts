import { env } from "@/lib/core/env";
import { pictureAnswer } from "@/lib/core/files/file-answer";
import { isLocale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import { readCodeName } from "@/lib/share-pictures/code-address";
import { drawCode } from "@/lib/share-pictures/draw-code";

type Context = { params: Promise<{ locale: string; page: string[] }> };

/** The QR code of a page's address, to anybody: all that it shows stands in its own, and nothing is read. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, page } = await params;
  const to = readCodeName(page);
  if (!isLocale(locale) || !to) return new Response(null, { status: 404 });
  const address = new URL(path(locale, to), env().APP_ORIGIN).href;
  return pictureAnswer(request, {
    etag: Buffer.from(address).toString("base64url"),
    cache: "public, max-age=31536000, immutable",
    type: "image/png",
    name: `${to.split("/").at(-1)}.png`,
    read: () => drawCode(address),
  });
}
