import { PROJECT_TEXTS, type ProjectText } from "./project-content";

/** The steps of the editor, in order; the last one only looks back. */
export const EDITOR_STEPS = ["essentials", "text", "partner", "practical", "check"] as const;

export type EditorStep = (typeof EDITOR_STEPS)[number];

/** The steps with a form. */
export type EditorSection = Exclude<EditorStep, "check">;

const SECTION_OF: Record<ProjectText, EditorSection> = {
  title: "essentials",
  teaser: "essentials",
  summary: "text",
  offered: "text",
  sought: "text",
  advantages: "text",
  partnerTask: "partner",
};

export function sectionOf(field: ProjectText): EditorSection {
  return SECTION_OF[field];
}

export function textsOfStep(step: EditorStep): ProjectText[] {
  return PROJECT_TEXTS.filter((field) => SECTION_OF[field] === step);
}

/** The step of an address; the first one when it names none. */
export function readStep(asked: unknown): EditorStep {
  return EDITOR_STEPS.find((step) => step === asked) ?? "essentials";
}

export function nextStep(step: EditorStep): EditorStep {
  return EDITOR_STEPS[EDITOR_STEPS.indexOf(step) + 1] ?? "check";
}
