import type { ReactNode } from "react";
import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { RoomMessage } from "@/lib/rooms/discussion.queries";
import { LinkedText } from "../ui/linked-text";
import { RoomName } from "./room-name";

type MessageItemProps = {
  message: RoomMessage;
  locale: Locale;
  /** Only its beginning. */
  isBrief?: boolean;
  after?: ReactNode;
};

/** A message: who wrote it, when, to whose attention, and its words. */
export function MessageItem({ message, locale, isBrief, after }: MessageItemProps) {
  const t = getTranslator(locale, "rooms");
  const { author, mentions, words, createdAt } = message;
  return (
    <li className="py-4">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <RoomName locale={locale} person={author} />
        <span className="text-muted text-sm">{formatInstant(createdAt, locale)}</span>
      </p>
      {mentions.length > 0 ? (
        <p className="flex flex-wrap gap-x-2 text-muted text-sm">
          <span>{t("discussion.to")}</span>
          {mentions.map((person) => (
            <RoomName key={person.memberId} locale={locale} person={person} />
          ))}
        </p>
      ) : null}
      <p
        className={`mt-2 max-w-measure whitespace-pre-line break-words ${isBrief ? "line-clamp-3" : ""}`}
        dir="auto"
      >
        {isBrief ? words : <LinkedText text={words} />}
      </p>
      {after}
    </li>
  );
}
