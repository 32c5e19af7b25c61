"use client";

import { useEffect, useRef, useState } from "react";
import type { FormState } from "@/lib/core/form-state";
import { Icon } from "./icon";

type Refusal = Extract<FormState, { status: "invalid" | "failed" }>;

type ErrorSummaryProps = { state: Refusal; title: string; titlePrefix: string; scope: string };

/** Labels are known to the fields only; they are read once the fields stand in the page. */
function labelOf(key: string): string {
  return document.getElementById(`label-${key}`)?.textContent ?? "";
}

/** What was refused and where, at the top of the form; takes the focus when it appears. */
export function ErrorSummary({ state, title, titlePrefix, scope }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const names = state.status === "invalid" ? Object.keys(state.fields).filter(Boolean) : [];
  const [labels, setLabels] = useState<Record<string, string>>({});
  const keyOf = (name: string) => (scope ? `${scope}-${name}` : name);
  const said = (name: string) => (state.status === "invalid" ? state.fields[name] : undefined);
  // Without labels, where no JavaScript runs, a sentence that many fields share is said once.
  const shown = names.filter(
    (name, at) => labels[name] || at === names.findIndex((other) => said(other) === said(name)),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once per refusal, known by its time
  useEffect(() => {
    setLabels(Object.fromEntries(names.map((name) => [name, labelOf(keyOf(name))])));
    box.current?.focus();
    const before = document.title;
    if (!before.startsWith(titlePrefix)) document.title = `${titlePrefix}${before}`;
    return () => {
      document.title = before;
    };
  }, [state.at]);

  return (
    <div
      className="rounded-md border-2 border-danger bg-danger-soft p-4 sm:p-5"
      data-error-summary
      ref={box}
      role="alert"
      tabIndex={-1}
    >
      <h2 className="flex items-center gap-2 font-semibold text-danger text-lg">
        <Icon name="danger" />
        {title}
      </h2>
      <p className="mt-1">{state.message}</p>
      {shown.length > 0 ? (
        <ul className="mt-2 space-y-1">
          {shown.map((name) => (
            <li key={name}>
              <a className="text-danger" href={`#field-${keyOf(name)}`}>
                {labels[name] ? <b className="font-semibold">{`${labels[name]} `}</b> : null}
                {said(name)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
