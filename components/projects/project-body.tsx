import type { ComponentProps } from "react";
import { getTranslator } from "@/lib/core/i18n/translator";
import { PROJECTS, type ProjectContent } from "@/lib/projects/project";
import { TextParts } from "../entries/text-parts";

const PARTS = ["summary", "sought", "offered", "advantages", "partnerTask"] as const;

type Texts = Pick<ProjectContent, (typeof PARTS)[number] | "originalLocale">;

type ProjectBodyProps = Pick<ComponentProps<typeof TextParts>, "stale" | "notes" | "locale"> & {
  project: Texts;
};

/** The texts it shows, in their order. */
export function listTexts(project: Pick<Texts, (typeof PARTS)[number]>) {
  return PARTS.map((field) => project[field]);
}

/** The full text: need, offer, what speaks for it, what the partner would do. */
export function ProjectBody({ project, ...more }: ProjectBodyProps) {
  const t = getTranslator(more.locale, "projects");
  return (
    <TextParts
      {...more}
      noun={PROJECTS}
      originalLocale={project.originalLocale}
      parts={PARTS.map((name) => ({ name, title: t(`parts.${name}`), text: project[name] }))}
    />
  );
}
