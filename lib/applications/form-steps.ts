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

export function isFormStep(value: string): value is FormStep {
  return (FORM_STEPS as readonly string[]).includes(value);
}

/** Needless for whoever joins an organisation of the club. */
export function describesOrganisation(step: FormStep): boolean {
  return (FORM_GROUPS.organisation as readonly FormStep[]).includes(step);
}

/** The pages this applicant goes through: without the organisation's own ones where they join one of the club. */
export function stepsFor(joins: boolean): FormStep[] {
  return FORM_STEPS.filter(
    (step) => !joins || step === "organisation" || !describesOrganisation(step),
  );
}

/** The page after one, or `check` after the last. */
export function stepAfter(step: FormStep, joins: boolean): FormStep | "check" {
  const steps = stepsFor(joins);
  return steps[steps.indexOf(step) + 1] ?? "check";
}

/** The page before one; null before the first. */
export function stepBefore(step: FormStep | "check", joins: boolean): FormStep | null {
  const steps = stepsFor(joins);
  if (step === "check") return steps.at(-1) ?? null;
  return steps[steps.indexOf(step) - 1] ?? null;
}
