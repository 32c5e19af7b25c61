import type { ReactNode } from "react";
import type { TalkMessage } from "@/lib/rooms/talk-view";
import { Face } from "../ui/face";
import { LinkedText } from "../ui/linked-text";
import { PersonName } from "./person-name";

export type MessageCopy = { to: string; former: string };

type MessageItemProps = {
  message: TalkMessage;
  copy: MessageCopy;
  /** Only its beginning. */
  isBrief?: boolean;
  after?: ReactNode;
};

/** A message: who wrote it, when, to whose attention, and its words. */
export function MessageItem({ message, copy, isBrief, after }: MessageItemProps) {
  const { author, to, when, words } = message;
  return (
    <li className="py-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Face face={author.name?.face} />
        <PersonName former={copy.former} person={author} />
        <span className="text-muted text-sm">{when}</span>
      </p>
      {to ? (
        <p className="flex flex-wrap gap-x-2 text-muted text-sm">
          <span>{copy.to}</span>
          {to.map((person) => (
            <PersonName
              former={copy.former}
              key={person.href ?? person.name?.text}
              person={person}
            />
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
