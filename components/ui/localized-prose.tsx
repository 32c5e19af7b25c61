import { Fragment } from "react";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pointsOf } from "@/lib/core/text/points";
import { LinkedText } from "./linked-text";

type LocalizedProseProps = {
  text: string;
  lang: Locale;
  /** Said above the text when it is not in the reader's language. */
  fallbackLabel?: string;
  className?: string;
  /** Its addresses lead there. */
  hasLinks?: boolean;
  /** It has a point a line. */
  isList?: boolean;
};

/** What a member wrote: plain text, paragraphs on blank lines, marked with its own language. */
export function LocalizedProse(props: LocalizedProseProps) {
  const { text, lang, fallbackLabel, className = "", hasLinks, isList } = props;
  const paragraphs = isList ? [] : text.trim().split(/\n\s*\n/);
  return (
    <div className={`max-w-measure ${className}`}>
      {fallbackLabel ? <p className="mb-1 text-muted text-sm">{fallbackLabel}</p> : null}
      {isList ? (
        <ul className="list-disc space-y-2 ps-5 leading-body" dir="auto" lang={LANGUAGE_TAG[lang]}>
          {pointsOf(text).map((point, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: its points do not move
            <li key={index}>{point}</li>
          ))}
        </ul>
      ) : null}
      <div className="space-y-4 leading-body empty:hidden" lang={LANGUAGE_TAG[lang]}>
        {paragraphs.map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text's paragraphs do not move
          <p dir="auto" key={index}>
            {paragraph.split("\n").map((line, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor do its lines
              <Fragment key={row}>
                {row > 0 ? <br /> : null}
                {hasLinks ? <LinkedText text={line} /> : line}
              </Fragment>
            ))}
          </p>
        ))}
      </div>
    </div>
  );
}
