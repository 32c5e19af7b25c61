import "server-only";
import { readRequest } from "@/lib/core/auth/request";
import { isLocale } from "@/lib/core/i18n/locales";
import { askForPicture } from "./asked.queries";
import { getSharePicture, readShared } from "./queries";
import { shareVersion } from "./share-address";

/** Longer than any address of a page. */
const MOST_PATH = 200;

/** Until the picture of a page is drawn. */
const MEANWHILE = { status: 302, headers: { Location: "/og.png", "Cache-Control": "no-store" } };

/**
 * What a shared link shows of a page that visitors read: asked of the database each time, so that it is gone as soon as the
 * page is; its bytes are sent again only when they have changed.
 */
export async function answerWithPicture(
  request: Request,
  locale: string,
  to: string,
): Promise<Response> {
  const shared = isLocale(locale) && to.length <= MOST_PATH ? await readShared(to, locale) : null;
  if (!isLocale(locale) || !shared) return new Response(null, { status: 404 });
  const version = shareVersion(shared);
  const headers = { ETag: `"${version}"`, "Cache-Control": "public, no-cache" };
  if (request.headers.get("if-none-match") === headers.ETag) {
    return new Response(null, { status: 304, headers });
  }
  const picture =
    (await getSharePicture(to, locale, version)) ??
    (await askForPicture({ to, locale, version }, (await readRequest()).client));
  if (!picture) return new Response(null, MEANWHILE);
  return new Response(new Uint8Array(picture), {
    headers: {
      ...headers,
      "Content-Type": "image/png",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
