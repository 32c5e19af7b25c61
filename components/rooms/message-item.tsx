import type { ReactNode } from "react";
import type { TalkMessage } from "@/lib/rooms/talk-view";
import { buttonStyle } from "../ui/button-style";
import { Face } from "../ui/face";
import { LinkedText } from "../ui/linked-text";
import { MachineMade } from "../ui/machine-made";
import { PersonName } from "./person-name";

export type MessageCopy = { to: string; former: string; translate: string };

type MessageItemProps = {
  message: TalkMessage;
  copy: MessageCopy;
  /** Only its beginning. */
  isBrief?: boolean;
  after?: ReactNode;
};

/** The form that asks a machine for one message of the page, wherever its button stands. */
export const TRANSLATE_FORM = "form-translate";

/** A message: who wrote it, when, to whose attention, and its words. */
export function MessageItem({ message, copy, isBrief, after }: MessageItemProps) {
  const { id, author, to, when, words, lang, machine, isForMachine } = message;
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
        lang={lang}
      >
        {isBrief ? words : <LinkedText text={words} />}
      </p>
      {isBrief || !machine ? null : <MachineMade machine={machine} />}
      {isBrief || !isForMachine ? null : (
        <button
          className={`${buttonStyle("quiet", "small")} no-print -ml-3`}
          form={TRANSLATE_FORM}
          name="messageId"
          type="submit"
          value={id}
        >
          {copy.translate}
        </button>
      )}
      {after}
    </li>
  );
}
