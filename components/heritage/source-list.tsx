import type { ListedSource } from "@/lib/heritage/heritage-view";

type SourceListProps = {
  sources: ListedSource[];
  /** Said before an address that no reader is sent to. */
  copyLabel: string;
};

/** Where a claim is read, with each address and the day somebody last read it. */
export function SourceList({ sources, copyLabel }: SourceListProps) {
  return (
    <ul className="space-y-4">
      {sources.map(({ name, address, isLinked, opened }) => (
        <li key={address}>
          {isLinked ? (
            <a href={address} rel="noreferrer">
              {name}
            </a>
          ) : (
            name
          )}
          <span className="block text-muted text-sm wrap-anywhere">
            {isLinked ? address : `${copyLabel} ${address}`}
          </span>
          <span className="block text-muted text-sm">{opened}</span>
        </li>
      ))}
    </ul>
  );
}
