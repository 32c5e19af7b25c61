"use client";

import { useEffect, useRef, useState } from "react";
import { Icon } from "./icon";

export type SimilarCopy = {
  /** With `{names}` where the names go. */
  found: string;
  link: string;
  /** The page where one joins it or says that it is another one. */
  href: string;
  /** Where to ask, with everything but what is typed. */
  source: string;
};

type SimilarNoteProps = { copy: SimilarCopy; fields: string[] };

const PAUSE_MS = 700;

/** Says while one types that the club has an organisation of this name or number already. */
export function SimilarNote({ copy, fields }: SimilarNoteProps) {
  const place = useRef<HTMLDivElement>(null);
  const [names, setNames] = useState<string[]>([]);
  const watched = fields.join();

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked: AbortController | undefined;
    const ask = async () => {
      asked?.abort();
      asked = new AbortController();
      setNames(await listNames(form, copy.source, watched.split(","), asked.signal));
    };
    const onInput = ({ target }: Event) => {
      const name = (target as HTMLInputElement).name;
      if (!watched.split(",").includes(name)) return;
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE_MS);
    };
    form.addEventListener("input", onInput);
    return () => {
      clearTimeout(timer);
      asked?.abort();
      form.removeEventListener("input", onInput);
    };
  }, [watched, copy.source]);

  return (
    <div ref={place} role="status">
      {names.length > 0 ? (
        <p className="flex gap-2 rounded-sm border-link border-l-4 bg-selected py-3 pr-4 pl-3">
          <Icon className="mt-0.5 size-5 text-link" name="info" />
          <span>
            {`${copy.found.replace("{names}", () => names.join(" · "))} `}
            <a href={copy.href}>{copy.link}</a>
          </span>
        </p>
      ) : null}
    </div>
  );
}

/** The names of what was found; none when the question could not be answered, since the next page asks again. */
async function listNames(
  form: HTMLFormElement,
  source: string,
  fields: string[],
  signal: AbortSignal,
): Promise<string[]> {
  const data = new FormData(form);
  const typed = fields.map((field) => [field, String(data.get(field) ?? "")] as const);
  const query = typed.map(([field, text]) => {
    const name = field === "registrationId" ? "number" : "name";
    return `&${name}=${encodeURIComponent(text.slice(0, 200))}`;
  });
  try {
    const response = await fetch(source + query.join(""), { signal });
    if (!response.ok) return [];
    const found: { name: string }[] = await response.json();
    return found.map(({ name }) => name);
  } catch {
    return [];
  }
}
