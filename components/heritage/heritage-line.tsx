import { SourceLine, type SourceOfFact } from "./source-line";

type HeritageItem = {
  slug: string;
  date: string | null;
  title: string;
  text: string;
  source: SourceOfFact;
};

type HeritageLineProps = { items: HeritageItem[] };

/**
 * Dressed from the list down: what each entry said of its own look weighed more than
 * its text.
 */
const ENTRY =
  "*:relative *:border-hairline *:pb-8 *:pl-6 max-sm:*:border-l-2 [&_h3]:mt-1 [&_h3]:font-semibold [&_h3]:text-lg [&_h3+p]:mt-1 [&_h3+p]:max-w-measure [&_h3+p]:text-secondary [&_small]:mt-2 [&_small]:block [&_small]:text-muted [&_small]:text-xs [&_strong]:block [&_strong]:font-semibold [&_strong]:text-brand-text [&_strong]:tabular-nums";
const DOT =
  "*:before:absolute *:before:size-3 *:before:rounded-full *:before:border-2 *:before:border-page *:before:bg-brand max-sm:*:before:top-1.5 max-sm:*:before:-left-[7px]";
const LAYOUT =
  "grid gap-x-8 sm:grid-cols-2 lg:grid-cols-4 sm:*:border-t-2 sm:*:pt-6 sm:*:pl-0 sm:*:before:-top-[7px] sm:*:before:left-0";

/** Dated entries along a thread, each with its source. */
export function HeritageLine({ items }: HeritageLineProps) {
  return (
    <ol className={`${ENTRY} ${DOT} ${LAYOUT}`}>
      {items.map((item) => (
        <li key={item.slug}>
          {item.date ? <strong>{item.date}</strong> : null}
          <h3>{item.title}</h3>
          <p>{item.text}</p>
          <small>
            <SourceLine source={item.source} />
          </small>
        </li>
      ))}
    </ol>
  );
}
