import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { revealedName } from "@/lib/interests/interest-words";
import type { InterestPage } from "@/lib/interests/queries";
import { Badge } from "../ui/badge";
import { Face } from "../ui/face";
import { LinkedText } from "../ui/linked-text";
import { authorWords } from "./author-words";

/** What both wrote, oldest first. */
export function Thread({ interest, locale }: { interest: InterestPage; locale: Locale }) {
  const t = getTranslator(locale, "interests");
  const other = revealedName(interest, locale);
  if (interest.messages.length === 0) return <p className="text-muted">{t("page.threadEmpty")}</p>;
  return (
    <ol className="space-y-4">
      {interest.messages.map(({ id, kind, words, createdAt, isMine }) => (
        <li
          className={`rounded-md border border-hairline p-4 ${isMine ? "bg-selected sm:ml-12" : "bg-surface sm:mr-12"}`}
          key={id}
        >
          <p className="flex flex-wrap items-center gap-2 text-muted text-sm">
            {isMine ? null : <Face face={other?.face} />}
            <span className="font-semibold text-ink">{authorWords(isMine, interest, locale)}</span>
            {kind === "message" ? null : (
              <Badge tone={kind === "question" ? "warning" : "info"}>{t(`message.${kind}`)}</Badge>
            )}
            <span>{formatInstant(createdAt, locale)}</span>
          </p>
          <p className="mt-2 max-w-measure whitespace-pre-line" dir="auto">
            <LinkedText text={words} />
          </p>
        </li>
      ))}
    </ol>
  );
}
