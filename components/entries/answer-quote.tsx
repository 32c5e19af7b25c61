import { languageByScript } from "@/lib/core/text/foreign-words";
import type { Answer } from "@/lib/entries/own.queries";

/** Why the club team decided so: the reason in the reader's language, then its own words as they were written. */
export function AnswerQuote({ answer }: { answer: Answer | null }) {
  if (!answer?.reason && !answer?.words) return null;
  return (
    <blockquote className="mt-2 space-y-2 border-hairline border-l-4 pl-4">
      {answer.reason ? <p className="font-semibold">{answer.reason}</p> : null}
      {answer.words ? (
        <p className="whitespace-pre-line" dir="auto" lang={languageByScript(answer.words)}>
          {answer.words}
        </p>
      ) : null}
    </blockquote>
  );
}
