import type { NamedSource } from "@/lib/heritage/heritage-view";

type SourceLineProps = { source: NamedSource };

/** Where a date or figure comes from; a link when the source can be opened. */
export function SourceLine({ source }: SourceLineProps) {
  if (!source.url) return <span>{source.text}</span>;
  return (
    <a className="text-inherit" href={source.url} rel="noreferrer">
      {source.text}
    </a>
  );
}
