import { z } from "zod";
import { PROFILE_TYPES, PROGRESS_STATES, PROJECT_LEVELS } from "@/db/enums";
import { readStamps, readText } from "@/db/stored";
import { LOCALES } from "@/lib/core/i18n/locales";
import type { ProjectContent, ProjectText } from "./project-content";

const slug = z.string().nullable();
const slugs = z.array(z.string());
const day = z.iso.date().nullable();

const storedContent = (missing: Partial<ProjectContent>) => {
  const text = (field: ProjectText) =>
    z
      .unknown()
      .optional()
      .transform((value) => (value === undefined ? (missing[field] ?? {}) : readText(value)));
  return z.object({
    title: text("title"),
    teaser: text("teaser"),
    summary: text("summary"),
    offered: text("offered"),
    sought: text("sought"),
    advantages: text("advantages"),
    partnerTask: text("partnerTask"),
    originalLocale: z.enum(LOCALES).catch(missing.originalLocale ?? "fr"),
    profileType: z
      .enum(PROFILE_TYPES)
      .nullable()
      .catch(missing.profileType ?? null),
    kind: slug.catch(missing.kind ?? null),
    partnerRole: slug.catch(missing.partnerRole ?? null),
    partnerKinds: slugs.catch(missing.partnerKinds ?? []),
    partnershipTypes: slugs.catch(missing.partnershipTypes ?? []),
    developmentStage: slug.catch(missing.developmentStage ?? null),
    ipStatuses: slugs.catch(missing.ipStatuses ?? []),
    sectors: slugs.catch(missing.sectors ?? []),
    cities: slugs.catch(missing.cities ?? []),
    languages: slugs.catch(missing.languages ?? []),
    budgetBand: slug.catch(missing.budgetBand ?? null),
    startsOn: day.catch(missing.startsOn ?? null),
    deadline: day.catch(missing.deadline ?? null),
    progress: z.enum(PROGRESS_STATES).catch(missing.progress ?? "seeking-partners"),
    acceptingInterests: z.boolean().catch(missing.acceptingInterests ?? true),
    textLevel: z.enum(PROJECT_LEVELS).catch(missing.textLevel ?? "contacts"),
    ownerLevel: z.enum(PROJECT_LEVELS).catch(missing.ownerLevel ?? "contacts"),
    provenance: z.unknown().optional().transform(readStamps),
  });
};

/**
 * What a row keeps of a project, whenever it was kept: a field that it lacks, or keeps in a shape of no use, is as in
 * `missing`, else empty; what is unknown today is left out.
 */
export function readContent(stored: unknown, missing: Partial<ProjectContent>): ProjectContent {
  const isObject = typeof stored === "object" && !Array.isArray(stored);
  return storedContent(missing).parse((isObject && stored) || {});
}
