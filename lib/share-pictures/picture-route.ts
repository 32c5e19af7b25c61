import "server-only";
import { readRequest } from "@/lib/core/auth/request";
import { pictureAnswer } from "@/lib/core/files/file-answer";
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
  const draw = async () => askForPicture({ to, locale, version }, (await readRequest()).client);
  return pictureAnswer(
    request,
    {
      etag: version,
      cache: "public, no-cache",
      type: "image/png",
      read: async () => (await getSharePicture(to, locale, version)) ?? (await draw()),
    },
    MEANWHILE,
  );
}
