import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { query, transaction } from "@/db/client";
import { sharePictures } from "@/db/schema/share-pictures";
import { env } from "@/lib/core/env";
import { clubName } from "@/lib/core/i18n/club-name";
import type { Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import { getSharePicture, readShared } from "@/lib/share-pictures/queries";
import { shareVersion } from "@/lib/share-pictures/share-address";
import { drawSharePicture } from "./draw-picture";

/** Of 20 KB each: the oldest go, and are drawn again when they are asked for. */
const MOST_KEPT = 4000;

/** Draws the share picture of a page as visitors read it now, unless it is there; what they find no more is put away. */
export async function keepSharePicture({ to, locale }: { to: string; locale: Locale }) {
  const isHere = and(eq(sharePictures.path, to), eq(sharePictures.locale, locale));
  const shared = await readShared(to, locale);
  if (!shared) {
    await query((db) => db.delete(sharePictures).where(isHere));
    return;
  }
  const { title, swatch, poster, entryId = null, organisationId = null } = shared;
  const version = shareVersion(shared);
  if (await getSharePicture(to, locale, version)) return;
  const address = `${env().APP_ORIGIN}${path(locale, to)}`;
  const drawing = { title, swatch, poster, clubName: clubName(locale), address };
  const content = await drawSharePicture(drawing);
  const drawn = { version, entryId, organisationId, content, drawnAt: sql`now()` };
  await transaction(async (tx) => {
    await tx
      .insert(sharePictures)
      .values({ path: to, locale, ...drawn })
      .onConflictDoUpdate({ target: [sharePictures.path, sharePictures.locale], set: drawn });
    const tooMany = tx
      .select({ id: sharePictures.id })
      .from(sharePictures)
      .orderBy(desc(sharePictures.drawnAt))
      .offset(MOST_KEPT);
    await tx.delete(sharePictures).where(inArray(sharePictures.id, tooMany));
  });
}
