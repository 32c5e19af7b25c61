import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { RoomMessage } from "@/lib/rooms/discussion.queries";
import { EmptyState } from "../ui/empty-state";
import { MessageItem } from "./message-item";

type MessageListProps = {
  messages: RoomMessage[];
  locale: Locale;
  /** What the club team does about each, by key. */
  takeDowns: ReadonlyMap<string, ReactNode>;
};

/** What the people of a room wrote, newest first, with whom they addressed. */
export function MessageList({ messages, locale, takeDowns }: MessageListProps) {
  const t = getTranslator(locale, "rooms");
  if (messages.length === 0) {
    return <EmptyState text={t("discussion.empty")} title={t("discussion.emptyTitle")} />;
  }
  return (
    <section aria-labelledby="messages">
      <h2 className="mb-3 font-semibold text-xl" id="messages">
        {t("discussion.list")}
      </h2>
      <ul className="divide-y divide-hairline border-hairline border-y">
        {messages.map((message) => (
          <MessageItem
            after={takeDowns.get(message.id)}
            key={message.id}
            locale={locale}
            message={message}
          />
        ))}
      </ul>
    </section>
  );
}
