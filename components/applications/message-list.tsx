import type { DossierMessage } from "@/lib/applications/vetting/dossier.queries";
import { formatInstant } from "@/lib/core/dates";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { PersonWords } from "../ui/person-words";

type MessageListProps = {
  locale: Locale;
  messages: DossierMessage[];
  empty: string;
  /** The applicant's language: questions and answers are written in it, notes in the team's. */
  wordsLocale?: Locale;
};

/** What was written about an application, oldest first. */
export function MessageList({ locale, messages, empty, wordsLocale }: MessageListProps) {
  if (messages.length === 0) return <p className="text-muted">{empty}</p>;
  return (
    <ol className="space-y-5">
      {messages.map((message) => (
        <li key={message.id}>
          <p className="text-muted text-sm">
            <PersonWords words={byline(message, locale)} />
          </p>
          <blockquote
            className="mt-1 max-w-measure whitespace-pre-line break-words border-hairline border-l-2 pl-4"
            dir="auto"
            lang={wordsLocale && LANGUAGE_TAG[wordsLocale]}
          >
            {message.words}
          </blockquote>
        </li>
      ))}
    </ol>
  );
}

function byline({ kind, author, createdAt }: DossierMessage, locale: Locale): string {
  const t = getTranslator(locale, "vetting");
  const date = formatInstant(createdAt, locale);
  if (kind === "answer") return t("messages.answer", { date });
  return t(kind === "question" ? "messages.question" : "notes.by", { name: author, date });
}
