import { ProjectField } from "./project-field";
import type { SectionProps } from "./section-props";

/** The full text, for members. */
export function TextSection({ entry, locale }: SectionProps) {
  return (
    <>
      <ProjectField entry={entry} locale={locale} name="summary" rows={8} />
      <ProjectField entry={entry} locale={locale} name="sought" rows={6} />
      <ProjectField entry={entry} locale={locale} name="offered" rows={6} />
      <ProjectField entry={entry} locale={locale} name="advantages" rows={5} />
    </>
  );
}
