"use client";

import { use, useRef, useState } from "react";
import type { AutosaveCopy } from "@/components/ui/autosave-copy";
import type { FormAction, KeptFields } from "@/lib/core/form-state";
import { FormContext } from "./form-context";
import { Icon } from "./icon";
import { useAutosave } from "./use-autosave";

type AutosaveNoteProps = {
  action: FormAction;
  /** The hidden fields that each save moves on: the version, the key of an edit. */
  base: KeptFields;
  copy: AutosaveCopy;
  /** The saved text, to open beside one's own after a conflict. */
  compareHref: string;
};

/**
 * Keeps the text while one types and says so; what was refused or not reached stays in the form. Beside the message that another tab
 * was first, what was kept before says nothing.
 */
export function AutosaveNote({ action, base, copy, compareHref }: AutosaveNoteProps) {
  const place = useRef<HTMLDivElement>(null);
  const { state, fields, words } = useAutosave(place, action, base);
  const { state: form } = use(FormContext);
  const lostAt = form.status === "failed" && form.code === "conflict" ? form.at : null;
  const [lost, setLost] = useState({ at: lostAt, words });
  if (lost.at !== lostAt) setLost({ at: lostAt, words });
  const isLost = lostAt !== null && state.status === "still" && words === lost.words;
  const isTrouble = state.status === "refused" || state.status === "unreachable";
  return (
    <div className="text-sm" ref={place}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} name={name} type="hidden" value={value} />
      ))}
      {state.status === "refused" || state.status === "unreachable" || isLost ? null : (
        <p className="flex gap-1.5 text-muted">
          <Icon className="mt-0.5 size-4.5" name={state.status === "still" ? "check" : "clock"} />
          {state.status === "still" ? (words ?? copy.saved) : copy[state.status]}
        </p>
      )}
      <div role="alert">
        {isTrouble ? (
          <p className="flex gap-1.5 font-semibold text-danger">
            <Icon className="mt-0.5 size-4.5" name="danger" />
            <span>
              {state.status === "refused"
                ? `${copy.refused} ${state.message || copy.outdated}`
                : copy.unreachable}
              {state.status === "refused" && state.isConflict ? (
                <a className="ml-2 font-normal" href={compareHref} rel="noopener" target="_blank">
                  {copy.compare}
                </a>
              ) : null}
            </span>
          </p>
        ) : null}
      </div>
    </div>
  );
}
