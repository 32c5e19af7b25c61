"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { FormAction } from "@/lib/core/form-state";
import { type AutosaveState, goOn, type Waiting, watchForm } from "./watch-form";

export type { AutosaveState } from "./watch-form";

/**
 * Sends the form that the element stands in a few seconds after a change, and at once when the page is left by a link
 * or hidden. A submit that comes while a save is under way waits for it, since it needs the version the save gives.
 */
export function useAutosave(
  place: RefObject<HTMLElement | null>,
  action: FormAction,
  version: string,
) {
  const [state, setState] = useState<AutosaveState>({ status: "still" });
  const afterSave = useRef<Waiting["current"]>(null);
  const isSaving = useRef(false);
  const isChanged = useRef(false);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const autosave = watchForm(form, { action, isSaving, isChanged, afterSave, setState });
    return autosave.stop;
  }, [place, action]);

  // The page was drawn again with the version of the last save, be it by itself or by a button.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once per version
  useEffect(() => {
    isSaving.current = false;
    if (!isChanged.current) setState({ status: "still" });
    goOn(afterSave);
  }, [version]);

  return state;
}
