"use client";

import { useEffect, useRef, useState } from "react";
import type { SimilarProject } from "@/lib/projects/similar.queries";

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

const PAUSE_MS = 900;
const WATCHED = /^(title|teaser)(\.|$)|^sectors$/;

/** Published projects close to what is written: those of the last save, then while one types. */
export function SimilarProjects({ start, copy }: SimilarProjectsProps) {
  const place = useRef<HTMLElement>(null);
  const [found, setFound] = useState(start);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked: AbortController | undefined;
    const ask = async () => {
      asked?.abort();
      asked = new AbortController();
      const answer = await listSimilar(form, copy.source, asked.signal);
      if (answer) setFound(answer);
    };
    const onInput = ({ target }: Event) => {
      if (!WATCHED.test((target as HTMLInputElement).name ?? "")) return;
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE_MS);
    };
    form.addEventListener("input", onInput);
    return () => {
      clearTimeout(timer);
      asked?.abort();
      form.removeEventListener("input", onInput);
    };
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
                  <span className="sr-only">{` (${copy.newTab})`}</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}

/** Null when the question could not be answered: what is shown stays. */
async function listSimilar(
  form: HTMLFormElement,
  source: string,
  signal: AbortSignal,
): Promise<SimilarProject[] | null> {
  const asked = [...new FormData(form)].flatMap(([name, value]) => {
    if (!WATCHED.test(name) || typeof value !== "string" || value === "") return [];
    const key = name === "sectors" ? "sector" : "text";
    return [`&${key}=${encodeURIComponent(value.slice(0, 500))}`];
  });
  try {
    const response = await fetch(source + asked.join("").slice(0, 6000), { signal });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
