import type { ReactNode } from "react";
import { languageByScript } from "@/lib/core/text/foreign-words";
import { Notice, type Tone } from "../ui/notice";

type StandingNoticeProps = {
  tone: Tone;
  title: string;
  /** What happened, why and since when, a paragraph each. */
  paragraphs: string[];
  /** What the club team wrote, in their own words. */
  quote?: { label: string; text: string };
  /** What one can still do. */
  still: ReactNode;
};

/** Where a person stands whose membership is not active. */
export function StandingNotice({ tone, title, paragraphs, quote, still }: StandingNoticeProps) {
  return (
    <Notice className="mb-10" title={title} tone={tone}>
      <div className="space-y-3">
        {paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {quote ? (
          <figure>
            <figcaption className="font-semibold text-sm">{quote.label}</figcaption>
            <blockquote
              className="mt-1 whitespace-pre-line border-l-2 pl-3"
              dir="auto"
              lang={languageByScript(quote.text)}
            >
              {quote.text}
            </blockquote>
          </figure>
        ) : null}
        <p>{still}</p>
      </div>
    </Notice>
  );
}
