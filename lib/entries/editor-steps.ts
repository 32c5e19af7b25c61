import type { Description } from "./description";

/** The parts of an editor, in the order in which they are read; what is only set at once has none. */
export const sectionsOf = (fields: Description): string[] => [
  ...new Set(Object.values(fields).flatMap(({ isSetting, section }) => (isSetting ? [] : section))),
];

/** Its steps: the last one only looks back. */
export const stepsOf = (fields: Description): string[] => [...sectionsOf(fields), "check"];

/** The step of an address; the first one when it names none. */
export function readStep(fields: Description, asked: unknown): string {
  const steps = stepsOf(fields);
  return steps.find((step) => step === asked) ?? String(steps[0]);
}

/** Where saving a step leads; the last step, the check, leads to itself. */
export function nextStep(fields: Description, step: string): string {
  const steps = stepsOf(fields);
  return steps[steps.indexOf(step) + 1] ?? "check";
}
