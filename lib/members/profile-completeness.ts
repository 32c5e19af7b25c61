import type { OwnProfile } from "./queries";

/** What makes a profile useful to the others, in the order of its form. */
const STEPS = [
  "jobTitle",
  "languages",
  "sectors",
  "cities",
  "bio",
  "offers",
  "needs",
  "contacts",
] as const;

export type ProfileStep = (typeof STEPS)[number];

type Answers = Pick<OwnProfile, Exclude<ProfileStep, "contacts"> | "email" | "phone" | "wechat">;

/** How much of a profile is filled in, in whole per cent, and what is missing. */
export function profileCompleteness(profile: Answers): { percent: number; missing: ProfileStep[] } {
  const missing = STEPS.filter((step) => {
    if (step === "contacts") return !(profile.email || profile.phone || profile.wechat);
    return Object.keys(profile[step]).length === 0;
  });
  return { percent: Math.round((1 - missing.length / STEPS.length) * 100), missing };
}
