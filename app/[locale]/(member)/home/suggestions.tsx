import { Suggested } from "@/components/dashboard/suggested";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { Situation } from "@/lib/dashboard/tasks";
import { getMatchedProject, listCandidates } from "@/lib/matching/candidates.queries";
import { takesPartners } from "@/lib/matching/policy";
import { listMatches } from "@/lib/matching/queries";

type SuggestionsProps = { viewer: Viewer; locale: Locale; projects: Situation["projects"] };

/** As many as fit beside what is to be done. */
const SHOWN = 3;

/** Projects that fit the reader, and who fits the project they changed last, each with its first reason. */
export async function Suggestions({ viewer, locale, projects }: SuggestionsProps) {
  const [matches, people] = await Promise.all([
    listMatches(viewer, locale, SHOWN),
    readPeople(viewer, locale, projects),
  ]);
  return <Suggested locale={locale} matches={matches} people={people} />;
}

async function readPeople(viewer: Viewer, locale: Locale, projects: Situation["projects"]) {
  const open = projects.find(takesPartners);
  const project = open ? await getMatchedProject(viewer, open.slug) : null;
  if (!project) return null;
  return { project, candidates: await listCandidates(viewer, project, locale, SHOWN) };
}
