import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { RoomMessage } from "@/lib/rooms/discussion/queries";
import { EmptyState } from "../ui/empty-state";
import { RoomName } from "./room-name";

type MessageListProps = { messages: RoomMessage[]; locale: Locale };

/** What the people of a room wrote, newest first, with whom they addressed. */
export function MessageList({ messages, locale }: MessageListProps) {
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
        {messages.map(({ id, author, mentions, words, createdAt }) => (
          <li className="py-4" key={id}>
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
            <p className="mt-2 max-w-measure whitespace-pre-line break-words" dir="auto">
              {words}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
