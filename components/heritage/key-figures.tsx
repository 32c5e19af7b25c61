import { Stat } from "../ui/stat";
import { SourceLine, type SourceOfFact } from "./source-line";

type KeyFiguresProps = {
  figures: { slug: string; value: string; label: string; source: SourceOfFact }[];
};

/** Figures of the past, each with its date and source. */
export function KeyFigures({ figures }: KeyFiguresProps) {
  return (
    <dl className="grid gap-x-8 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
      {figures.map(({ slug, label, value, source }) => (
        <Stat key={slug} label={label} note={<SourceLine source={source} />} value={value} />
      ))}
    </dl>
  );
}
