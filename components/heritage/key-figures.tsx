import type { Figure, NamedSource } from "@/lib/heritage/heritage-view";
import { Stat } from "../ui/stat";
import { SourceLine } from "./source-line";

type KeyFiguresProps = {
  figures: (Figure & { source: NamedSource })[];
};

/** Figures of the past, each with its date and source. */
export function KeyFigures({ figures }: KeyFiguresProps) {
  return (
    <dl className="grid gap-x-8 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
      {figures.map(({ slug, title, lang, value, valueLang, source }) => (
        <Stat
          key={slug}
          label={title}
          note={<SourceLine source={source} />}
          {...{ lang, value, valueLang }}
        />
      ))}
    </dl>
  );
}
