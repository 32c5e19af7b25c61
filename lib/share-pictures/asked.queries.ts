import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { transaction } from "@/db/client";
import { isWithin } from "@/lib/core/auth/rate-limit";
import type { Locale } from "@/lib/core/i18n/locales";
import { PRIORITY, queueJob } from "@/lib/core/mail/queue-job";
import { getSharePicture } from "./queries";

type Asked = { to: string; locale: Locale; version: string };

const LOOK_MS = 250;
const PATIENCE_MS = 2500;
/** So many wait at a time in one process; who comes then is shown the site's picture at once. */
const MOST_WAITING = 4;

let waiting = 0;

/**
 * Has a picture drawn and waits for it: whoever follows a shared link to show it asks once and keeps what it gets. Null when it is
 * not there in time, or when `client` has had too many drawn; the next who asks will find it.
 */
export async function askForPicture({ to, locale, version }: Asked, client: string) {
  if (!(await isWithin("sharePicture", client))) return null;
  await transaction((tx) =>
    queueJob(
      tx,
      "draw-share-picture",
      { to, locale },
      { jobKey: `share:${locale}:${to}`, queue: "share-pictures", priority: PRIORITY.rest },
    ),
  );
  if (waiting >= MOST_WAITING) return null;
  waiting += 1;
  try {
    for (let passed = 0; passed < PATIENCE_MS; passed += LOOK_MS) {
      await sleep(LOOK_MS);
      const picture = await getSharePicture(to, locale, version);
      if (picture) return picture;
    }
    return null;
  } finally {
    waiting -= 1;
  }
}
