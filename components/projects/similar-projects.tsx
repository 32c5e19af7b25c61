"use client";

import { useEffect, useRef, useState } from "react";
import type { SimilarProject } from "@/lib/projects/similar.queries";
import { askWhileTyping } from "../ui/ask-while-typing";

export type SimilarCopy = {
  title: string;
  /** Said to whoever follows a link: it opens beside the form. */
  newTab: string;
  /** Where to ask, with everything but what is typed. */
  source: string;
  /** Where a project stands, with `{slug}` in the place of its address. */
  place: string;
  /** `fr` → `fr-FR`. */
  tags: Record<string, string>;
};

type SimilarProjectsProps = { start: SimilarProject[]; copy: SimilarCopy };

const WATCHED = /^(title|teaser)(\.|$)|^sectors$/;

const QUESTION = {
  pauseMs: 900,
  isWatched: (name: string) => WATCHED.test(name),
  query: (typed: FormData) => [...typed].map(asQuery).join("").slice(0, 6000),
};

function asQuery([name, value]: [string, FormDataEntryValue]): string {
  if (!WATCHED.test(name) || typeof value !== "string" || value === "") return "";
  const key = name === "sectors" ? "sector" : "text";
  return `&${key}=${encodeURIComponent(value.slice(0, 500))}`;
}

/** Published projects close to what is written: those of the last save, then while one types. */
export function SimilarProjects({ start, copy }: SimilarProjectsProps) {
  const place = useRef<HTMLElement>(null);
  const [found, setFound] = useState(start);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    // What is shown stays when the question could not be answered.
    return askWhileTyping(form, { ...QUESTION, source: copy.source }, (answer) => {
      if (answer) setFound(answer as SimilarProject[]);
    });
  }, [copy.source]);

  return (
    <section aria-live="polite" ref={place}>
      {found.length > 0 ? (
        <div className="rounded-sm border-link border-l-4 bg-selected py-3 pr-4 pl-3">
          <p className="font-semibold">{copy.title}</p>
          <ul className="mt-1">
            {found.map(({ slug, title, lang }) => (
              <li key={slug}>
                <a
                  className="inline-block py-1 pointer-coarse:py-2.5"
                  href={copy.place.replace("{slug}", slug)}
                  lang={copy.tags[lang]}
                  rel="noopener"
                  target="_blank"
                >
                  {title}
                  <span className="sr-only">{copy.newTab}</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
