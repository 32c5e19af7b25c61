import { PROJECTS, type ProjectChoice, type ProjectText } from "@/lib/projects/project";
import { LONGEST_MONTHS } from "@/lib/projects/project-deadline";
import { EntryField } from "../entries/entry-field";
import type { SectionProps } from "./section-props";

type ProjectFieldProps = SectionProps & {
  name: ProjectText | Exclude<ProjectChoice, "originalLocale">;
  rows?: number;
};

/** One field of the project. */
export function ProjectField(props: ProjectFieldProps) {
  return <EntryField hinted={{ months: LONGEST_MONTHS }} noun={PROJECTS} {...props} />;
}
