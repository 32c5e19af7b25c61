import type { Claim, NamedSource } from "@/lib/heritage/heritage-view";
import { SourceLine } from "./source-line";

type HeritageLineProps = { items: (Claim & { source: NamedSource })[] };

/** Dated entries along a thread, each with its source. */
export function HeritageLine({ items }: HeritageLineProps) {
  return (
    <ol className="claims dated-line grid gap-x-8 sm:grid-cols-2 lg:grid-cols-4">
      {items.map((item) => (
        <li key={item.slug}>
          {item.date ? <strong>{item.date}</strong> : null}
          <h3 lang={item.lang}>{item.title}</h3>
          <p lang={item.textLang}>{item.text}</p>
          <small>
            <SourceLine source={item.source} />
          </small>
        </li>
      ))}
    </ol>
  );
}
