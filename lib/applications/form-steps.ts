/** The pages of the form, in order; each asks six things at most. */
export const FORM_STEPS = [
  "identity",
  "contact",
  "organisation",
  "registration",
  "presentation",
  "china",
  "needs",
  "references",
  "charter",
] as const;

export type FormStep = (typeof FORM_STEPS)[number];

/** What the club asks about, as the list of tasks shows it. */
export const FORM_GROUPS = {
  you: ["identity", "contact"],
  organisation: ["organisation", "registration", "presentation"],
  china: ["china"],
  needs: ["needs"],
  references: ["references"],
  charter: ["charter"],
} as const satisfies Record<string, readonly FormStep[]>;

export type FormGroup = keyof typeof FORM_GROUPS;

export const GROUP_NAMES = Object.keys(FORM_GROUPS) as FormGroup[];

/** The id of the form that a page of the application has. */
export const ANSWERS_FORM = "answers";

/** Whether a word of the address names a page of the form. */
export function isFormStep(value: string): value is FormStep {
  return (FORM_STEPS as readonly string[]).includes(value);
}

/** Needless for whoever joins an organisation of the club. */
export function describesOrganisation(step: FormStep): boolean {
  return (FORM_GROUPS.organisation as readonly FormStep[]).includes(step);
}

/** Whether an applicant joins an organisation of the club; `invited` where one of its managers asked them to. */
export type Joining = boolean | "invited";

/** Who is invited says who they are and what they agree to. */
const OF_INVITED: readonly FormStep[] = ["identity", "charter"];

/** Whether this applicant is asked what stands on a page: of their organisation only where they describe one. */
export function isAsked(step: FormStep, joins: Joining): boolean {
  if (joins === "invited") return OF_INVITED.includes(step);
  return !joins || !describesOrganisation(step);
}

/** The pages this applicant goes through; one that joins an organisation is shown which. */
export function stepsFor(joins: Joining): FormStep[] {
  return FORM_STEPS.filter(
    (step) => isAsked(step, joins) || (joins === true && step === "organisation"),
  );
}

/** The groups of those pages. */
export function groupsFor(joins: Joining): FormGroup[] {
  const steps = stepsFor(joins);
  return GROUP_NAMES.filter((group) => FORM_GROUPS[group].some((step) => steps.includes(step)));
}

/** The page after one, or `check` after the last. */
export function stepAfter(step: FormStep, joins: Joining): FormStep | "check" {
  const steps = stepsFor(joins);
  return steps[steps.indexOf(step) + 1] ?? "check";
}

/** The page before one; null before the first. */
export function stepBefore(step: FormStep | "check", joins: Joining): FormStep | null {
  const steps = stepsFor(joins);
  if (step === "check") return steps.at(-1) ?? null;
  return steps[steps.indexOf(step) - 1] ?? null;
}
