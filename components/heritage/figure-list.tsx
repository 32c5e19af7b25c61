import type { HeritageView } from "@/lib/heritage/heritage-view";
import { Stat } from "../ui/stat";

type FigureListProps = {
  figures: HeritageView["figures"];
  /** Where each has its page, before its slug. */
  at: string;
};

/** Figures of the past with their date, what others counted, and who says so. */
export function FigureList({ figures, at }: FigureListProps) {
  return (
    <dl className="grid gap-8 sm:grid-cols-2 lg:grid-cols-3 [&_a]:text-inherit">
      {figures.map(({ slug, title, date, note, remarks, sources, lead, ...figure }) => (
        <Stat
          href={lead?.href}
          key={slug}
          label={title}
          lang={figure.lang}
          note={
            <>
              {date ? `${date} · ` : null}
              <a href={at + slug}>{sources}</a>
              {note ? <span className="mt-1 block">{note}</span> : null}
              {remarks ? <span className="mt-1 block">{remarks}</span> : null}
            </>
          }
          value={figure.value}
          valueLang={figure.valueLang}
        />
      ))}
    </dl>
  );
}
