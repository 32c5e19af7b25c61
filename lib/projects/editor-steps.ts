import { PROJECT, PROJECT_TEXTS, type ProjectText } from "./project";

/** The steps of the editor, in order; the last one only looks back. */
export const EDITOR_STEPS = ["essentials", "text", "partner", "practical", "check"] as const;

export type EditorStep = (typeof EDITOR_STEPS)[number];

/** The steps with a form. */
export type EditorSection = Exclude<EditorStep, "check">;

export const EDITOR_SECTIONS = EDITOR_STEPS.filter((step) => step !== "check");

/** The texts that a step asks for, in the order they are read. */
export const textsOfStep = (step: EditorStep): ProjectText[] =>
  PROJECT_TEXTS.filter((field) => PROJECT[field].section === step);

/** The step of an address; the first one when it names none. */
export function readStep(asked: unknown): EditorStep {
  return EDITOR_STEPS.find((step) => step === asked) ?? "essentials";
}

export function nextStep(step: EditorStep): EditorStep {
  return EDITOR_STEPS[EDITOR_STEPS.indexOf(step) + 1] ?? "check";
}
