import { SourceLine, type SourceOfFact } from "./source-line";

type HeritageItem = {
  slug: string;
  date: string | null;
  title: string;
  text: string;
  source: SourceOfFact;
};

type HeritageLineProps = { items: HeritageItem[] };

/** Dated entries along a thread, each with its source. */
export function HeritageLine({ items }: HeritageLineProps) {
  return (
    <ol className="claims dated-line grid gap-x-8 sm:grid-cols-2 lg:grid-cols-4">
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
