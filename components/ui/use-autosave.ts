"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { FormAction, KeptFields } from "@/lib/core/form-state";
import { type AutosaveState, goOn, type Waiting, watchForm } from "./watch-form";

/**
 * Sends the form that the element stands in a few seconds after a change, and at once when the page is left by a link
 * or hidden. A submit that comes while a save is under way waits for it, since it needs the version the save gives.
 * `fields` are those the form goes on from: as drawn, then as each save answers; `words` say when it was last kept.
 */
export function useAutosave(
  place: RefObject<HTMLElement | null>,
  action: FormAction,
  drawnFields: KeptFields,
) {
  const now = JSON.stringify(drawnFields);
  const [state, setState] = useState<AutosaveState>({ status: "still" });
  const [kept, setKept] = useState<{ fields: KeptFields; words: string } | null>(null);
  const [drawn, setDrawn] = useState(now);
  const afterSave = useRef<Waiting["current"]>(null);
  const isSaving = useRef(false);
  const isChanged = useRef(false);

  // Drawn again with another version, the page is newer than what a save gave.
  if (now !== drawn) {
    setDrawn(now);
    setKept(null);
  }

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const keep = (words: string, fields: KeptFields) => setKept({ fields, words });
    const autosave = watchForm(form, { action, isSaving, isChanged, afterSave, setState, keep });
    return autosave.stop;
  }, [place, action]);

  // The form stands on another version, be it a save's or one that was drawn: what waited for it goes on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once per version
  useEffect(() => {
    isSaving.current = false;
    if (!isChanged.current) setState({ status: "still" });
    goOn(afterSave);
  }, [kept, drawn]);

  return { state, fields: kept?.fields ?? drawnFields, words: kept?.words };
}
