import { z } from "zod";
import { PROFILE_TYPES, PROGRESS_STATES, PROJECT_LEVELS } from "@/db/enums";
import { LOCALES } from "@/lib/core/i18n/locales";
import type { OwnSetting, ProjectContent } from "./project-content";
import type { Provenance } from "./provenance";

const written = z.string().optional().catch(undefined);
const text = z.object({ fr: written, en: written, zh: written }).catch({});
const slug = z.string().nullable().catch(null);
const slugs = z.array(z.string()).catch([]);

const storedContent = (now: Pick<ProjectContent, OwnSetting>) =>
  z.object({
    title: text,
    teaser: text,
    summary: text,
    offered: text,
    sought: text,
    advantages: text,
    partnerTask: text,
    originalLocale: z.enum(LOCALES).catch("fr"),
    profileType: z.enum(PROFILE_TYPES).nullable().catch(null),
    kind: slug,
    partnerRole: slug,
    partnerKinds: slugs,
    partnershipTypes: slugs,
    developmentStage: slug,
    ipStatuses: slugs,
    sectors: slugs,
    cities: slugs,
    languages: slugs,
    budgetBand: slug,
    startsOn: slug,
    deadline: slug,
    progress: z.enum(PROGRESS_STATES).catch(now.progress),
    acceptingInterests: z.boolean().catch(now.acceptingInterests),
    textLevel: z.enum(PROJECT_LEVELS).catch(now.textLevel),
    ownerLevel: z.enum(PROJECT_LEVELS).catch(now.ownerLevel),
    provenance: z
      .custom<Provenance>((value) => typeof value === "object")
      .optional()
      .catch({}),
  });

/**
 * What a row keeps of a project, whenever it was kept: a text or a choice that it lacks is empty, what its owner sets at
 * once is as it is `now`. Null for nothing at all.
 */
export function readContent(
  stored: unknown,
  now: Pick<ProjectContent, OwnSetting>,
): ProjectContent | null {
  const found = storedContent(now).safeParse(stored);
  return found.success ? found.data : null;
}
