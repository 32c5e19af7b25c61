import { findReader } from "@/lib/core/auth/reader";
import { type Viewer, viewerName } from "@/lib/core/auth/viewer-type";
import type { MailPart } from "@/lib/core/mail/mail-parts";
import { composedLetter, type MailKind } from "@/lib/core/mail/render-mail";
import type { Compose, Composers } from "@/lib/core/mail/send-mail";
import { composeDigest } from "@/lib/dashboard/digest.queries";
import { composeMailing } from "@/lib/mailings/letters.queries";
import { listDecidable } from "@/lib/moderation/queries";
import { queueInMail } from "@/lib/moderation/team-mail";
import { unreadInMail } from "@/lib/rooms/unread-mail";
import { readUnread, type UnreadSpan } from "@/lib/rooms/unread-mail.queries";

type Said = { data: Record<string, string>; parts: readonly MailPart[] } | null;

/** In the language that the letter was queued in, by what its reader may read now. */
const composed =
  (kind: MailKind, say: (reader: Viewer, data: Record<string, string>) => Promise<Said>): Compose =>
  async ({ accountId, locale, data }) => {
    const found = await findReader(accountId);
    const reader = found && { ...found, locale };
    const said = reader && (await say(reader, data));
    return said && composedLetter(kind, locale, { ...said, name: viewerName(reader, locale) });
  };

/** The mails that are put together when they are sent, so that nothing read, decided or taken down meanwhile is in them. */
export const COMPOSED: Composers = {
  digest: composeDigest,
  newsletter: composeMailing,
  clubNotice: composeMailing,
  roomMessages: composed("roomMessages", async (reader, data) => {
    const unread = await readUnread(reader, data as UnreadSpan);
    return unread && unreadInMail(unread, reader.locale);
  }),
  teamQueue: composed("teamQueue", async (reader, { since = "", until, isUrgent }) => {
    const [items, now] = [await listDecidable(reader, reader.locale), new Date()];
    const said = queueInMail(
      items,
      { since, until: until ?? now.toISOString() },
      reader.locale,
      now,
    );
    const news = isUrgent ? said.data.late : said.data.count;
    return news === "0" ? null : said;
  }),
};
