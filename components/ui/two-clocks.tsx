import { Fragment } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { onBothClocks } from "@/lib/core/two-clocks";

type TwoClocksProps = {
  startsAt: Date | string;
  endsAt?: Date | string | null;
  locale: Locale;
  /** Of the line on which each clock stands; they follow each other on one without it. */
  lineClass?: string;
};

/** When something is, on both clocks of the club, the reader's first. Drawn by the server: browsers name times otherwise. */
export function TwoClocks({ startsAt, endsAt = null, locale, lineClass }: TwoClocksProps) {
  return onBothClocks(startsAt, endsAt, locale).map(({ clock, at, words }, index) => (
    <Fragment key={clock}>
      {index > 0 && lineClass === undefined ? " " : null}
      <span className={lineClass ?? "inline-block"}>
        <time className="break-keep" dateTime={at}>
          <Whole words={index === 0 && lineClass === undefined ? `${words}\u00a0·` : words} />
        </time>
      </span>
    </Fragment>
  ));
}

/** In Chinese, which breaks anywhere, the time of day stays with its clock. */
function Whole({ words }: { words: string }) {
  const cut = words.includes("（") ? words.lastIndexOf(" ") + 1 : 0;
  if (cut === 0) return words;
  return (
    <>
      {words.slice(0, cut)}
      <span className="inline-block">{words.slice(cut)}</span>
    </>
  );
}
