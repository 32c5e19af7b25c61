import { cache } from "react";
import { OpinionsSection } from "@/components/experiences/opinions-section";
import { StandingLine } from "@/components/experiences/standing-line";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import {
  confirmExperienceAction,
  contradictExperienceAction,
  endorseExperienceAction,
  withdrawOpinionAction,
} from "@/lib/experiences/actions";
import type { Confirmation } from "@/lib/experiences/confirmation";
import { getOpinions } from "@/lib/experiences/opinions.queries";
import { underEach } from "../../../take-down";

const ACTIONS = {
  endorsed: endorseExperienceAction,
  contradicted: contradictExperienceAction,
  withdraw: withdrawOpinionAction,
};

type OpinionsProps = { experienceId: string; viewer: Viewer | null; locale: Locale };

type StandingProps = Omit<OpinionsProps, "experienceId"> & {
  experience: Confirmation & { id: string };
};

const readOpinions = cache((viewer: Viewer | null, id: string) => getOpinions(viewer, id));

/** Whether an experience still holds, above its text. */
export async function Standing({ experience, viewer, locale }: StandingProps) {
  const page = await readOpinions(viewer, experience.id);
  return (
    <StandingLine
      confirm={confirmExperienceAction}
      confirmation={experience}
      locale={locale}
      page={page}
    />
  );
}

/** What members say of an experience, below its text. */
export async function Opinions({ experienceId, viewer, locale }: OpinionsProps) {
  const page = await readOpinions(viewer, experienceId);
  if (!page) return null;
  const takeDowns = await underEach(viewer, "opinion", page.opinions, locale);
  return <OpinionsSection actions={ACTIONS} locale={locale} page={page} takeDowns={takeDowns} />;
}
