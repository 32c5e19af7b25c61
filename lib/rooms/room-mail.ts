import type { Transaction } from "@/db/client";
import type { RoomRole } from "@/db/enums";
import { referenceLabel } from "@/db/reference/lists";
import { readAddressee, readNames } from "@/lib/affiliations/roster.queries";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { queueMail } from "@/lib/core/mail/queue-mail";
import type { MailKind } from "@/lib/core/mail/render-mail";
import { shownName } from "@/lib/members/member-card";
import type { RoomRoster } from "./roster.queries";

type Message = {
  kind: MailKind;
  /** The member the mail speaks of, in the reader's script; none where it names nobody. */
  about?: string;
  role?: RoomRole;
  words?: string;
  /** What the button opens; the room unless told otherwise. */
  to?: string;
};

/** Mails everybody who is active in a room, save the members named, once each and in their language. */
export async function tellRoom(
  tx: Transaction,
  room: RoomRoster,
  except: readonly (string | null)[],
  message: Message,
): Promise<void> {
  for (const { memberId, isActive } of room.people) {
    if (isActive && !except.includes(memberId)) await tellAboutRoom(tx, memberId, room, message);
  }
}

/** Mails one member about a room, in their language. */
export async function tellAboutRoom(
  tx: Transaction,
  memberId: string,
  room: Pick<RoomRoster, "slug" | "ownerId" | "title" | "toldTitle" | "originalLocale">,
  { kind, about, role, words = "", to = `/projects/${room.slug}/room` }: Message,
): Promise<void> {
  const { accountId, locale } = await readAddressee(tx, memberId);
  const title = memberId === room.ownerId ? room.title : room.toldTitle;
  const untitled = getTranslator(locale, "rooms")("untitled");
  const data = {
    project: pickText(title, locale, room.originalLocale)?.text ?? untitled,
    person: about ? shownName(await readNames(tx, about), locale).text : "",
    role: role ? referenceLabel("roomRoles", role, locale) : "",
    words,
    to,
  };
  await queueMail(tx, { accountId, kind, data });
}
