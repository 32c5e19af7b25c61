import { SourceLine, type SourceOfFact } from "./source-line";

export type HeritageItem = {
  slug: string;
  date: string | null;
  title: string;
  text: string;
  source: SourceOfFact;
};

type HeritageLineProps = {
  items: HeritageItem[];
  /** Beside each other (home) or one under the other (about). */
  layout: "row" | "column";
};

/** Dated entries along a thread, each with its source. */
export function HeritageLine({ items, layout }: HeritageLineProps) {
  const isRow = layout === "row";
  return (
    <ol className={isRow ? "grid gap-x-8 sm:grid-cols-2 lg:grid-cols-4" : ""}>
      {items.map((item) => (
        <li
          className={`relative border-hairline pb-8 pl-6 max-sm:border-l-2 ${
            isRow ? "sm:border-t-2 sm:pt-6 sm:pl-0" : "border-l-2 sm:pl-8"
          }`}
          key={item.slug}
        >
          <span
            aria-hidden="true"
            className={`absolute size-3 rounded-full border-2 border-page bg-brand max-sm:top-1.5 max-sm:-left-[7px] ${
              isRow ? "sm:-top-[7px] sm:left-0" : "sm:top-1.5 sm:-left-[7px]"
            }`}
          />
          {item.date ? (
            <p className="font-semibold text-brand-text tabular-nums">{item.date}</p>
          ) : null}
          <h3 className="mt-1 font-semibold text-lg">{item.title}</h3>
          <p className="mt-1 max-w-measure text-secondary">{item.text}</p>
          <p className="mt-2 text-muted text-xs">
            <SourceLine source={item.source} />
          </p>
        </li>
      ))}
    </ol>
  );
}
