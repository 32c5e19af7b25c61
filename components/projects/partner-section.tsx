import { ProjectField } from "./project-field";
import type { SectionProps } from "./section-props";

/** Who is sought, for what, under which agreement. */
export function PartnerSection({ entry, locale }: SectionProps) {
  return (
    <>
      <ProjectField entry={entry} locale={locale} name="partnershipTypes" />
      <ProjectField entry={entry} locale={locale} name="partnerRole" />
      <ProjectField entry={entry} locale={locale} name="partnerKinds" />
      <ProjectField entry={entry} locale={locale} name="partnerTask" rows={5} />
    </>
  );
}
