"use client";

import { useEffect, useRef, useState } from "react";
import { askWhileTyping } from "./ask-while-typing";
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
    const fieldNames = watched.split(",");
    const question = {
      source: copy.source,
      pauseMs: PAUSE_MS,
      isWatched: (name: string) => fieldNames.includes(name),
      query: (typed: FormData) => fieldNames.map((name) => asQuery(name, typed)).join(""),
    };
    // None when it could not be answered: the next page asks again.
    return askWhileTyping(form, question, (answer) =>
      setNames(((answer ?? []) as { name: string }[]).map(({ name }) => name)),
    );
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

function asQuery(field: string, typed: FormData): string {
  const name = field === "registrationId" ? "number" : "name";
  return `&${name}=${encodeURIComponent(String(typed.get(field) ?? "").slice(0, 200))}`;
}
