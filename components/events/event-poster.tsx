import type { ReactNode } from "react";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import type { PosterWords } from "@/lib/events/event-poster";
import { Swatch } from "../ui/swatch";
import { TwoClocks } from "../ui/two-clocks";
import { WholeWords } from "../ui/whole-words";

type EventPosterProps = {
  words: PosterWords;
  startsAt: Date;
  endsAt: Date | null;
  locale: Locale;
  /** Where the cloth of the event lies. */
  swatch: string;
  /** In the place of the title alone: with what says of it that it is another language. */
  title?: ReactNode;
  /** Below: what can be done. */
  children?: ReactNode;
};

/** An event as a poster, the head of its page: cloth, a large day, kind, title, both clocks and the place. */
export function EventPoster(props: EventPosterProps) {
  const { words, startsAt, endsAt, locale, swatch, title, children } = props;
  return (
    <div className="mb-8 overflow-hidden rounded-md border border-hairline bg-surface sm:mb-10">
      <Swatch className="swatch-head" src={swatch} />
      <div className="grid grid-cols-1 gap-x-12 gap-y-4 p-5 sm:p-8 lg:grid-cols-[auto_minmax(0,1fr)]">
        <p aria-hidden="true">
          <span className="poster-figure">{words.figure}</span>
          <span className="mt-1 block max-w-60 font-semibold text-lg leading-snug">
            {words.month}
          </span>
        </p>
        <div className="min-w-0 space-y-3">
          {words.kind ? <p className="font-semibold text-brand-text">{words.kind}</p> : null}
          <h1 className="font-semibold text-display leading-tight">
            {title ?? (
              <span dir="auto" lang={words.title ? LANGUAGE_TAG[words.title.lang] : undefined}>
                <WholeWords words={words.title?.text ?? ""} />
              </span>
            )}
          </h1>
          <p className="space-y-1">
            <TwoClocks endsAt={endsAt} lineClass="block" locale={locale} startsAt={startsAt} />
          </p>
          {words.where ? (
            <p className="fact sign-pin text-secondary">
              <span>{words.where}</span>
            </p>
          ) : null}
          {children}
        </div>
      </div>
    </div>
  );
}
