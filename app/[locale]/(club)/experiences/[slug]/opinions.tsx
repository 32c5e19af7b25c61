import { OpinionsSection } from "@/components/experiences/opinions-section";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import {
  contradictExperienceAction,
  endorseExperienceAction,
  withdrawOpinionAction,
} from "@/lib/experiences/opinions.actions";
import { getOpinions } from "@/lib/experiences/opinions.queries";
import { takeDownsOf } from "../../../take-down";

const ACTIONS = {
  endorse: endorseExperienceAction,
  contradict: contradictExperienceAction,
  withdraw: withdrawOpinionAction,
};

type OpinionsProps = { experienceId: string; viewer: Viewer | null; locale: Locale };

/** What members say of an experience, for whoever reads its text. */
export async function Opinions({ experienceId, viewer, locale }: OpinionsProps) {
  const page = await getOpinions(viewer, experienceId);
  if (!page) return null;
  const takeDowns = await takeDownsOf(viewer, "opinion", page.opinions, locale);
  return <OpinionsSection {...{ actions: ACTIONS, experienceId, locale, page, takeDowns }} />;
}
