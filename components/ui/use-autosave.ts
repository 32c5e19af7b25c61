"use client";

import { type RefObject, startTransition, useEffect, useRef, useState } from "react";
import { type FormAction, IDLE } from "@/lib/core/form-state";

export type AutosaveState =
  | { status: "still" | "changed" | "saving" }
  | { status: "unreachable" }
  | { status: "refused"; message: string; isConflict: boolean };

const PAUSE_MS = 8000;
const PATIENCE_MS = 3000;

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
  const afterSave = useRef<(() => void) | null>(null);
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
    afterSave.current?.();
    afterSave.current = null;
  }, [version]);

  return state;
}

type Watch = {
  action: FormAction;
  isSaving: { current: boolean };
  isChanged: { current: boolean };
  afterSave: { current: (() => void) | null };
  setState: (state: AutosaveState) => void;
};

/** An update took the action away: sending it again helps nothing. */
const isGone = (error: unknown) => (error as Error).name === "UnrecognizedActionError";
const GONE: AutosaveState = { status: "refused", message: "", isConflict: false };

/** What the form holds, under a key of its own: that of the form belongs to the submit that follows. */
function draftOf(form: HTMLFormElement, at: number): FormData {
  const data = new FormData(form);
  data.set("_key", String(data.get("_key")).replace(/(?<=.)~/, `.${at}~`));
  data.set("intent", "autosave");
  return data;
}

function watchForm(form: HTMLFormElement, watch: Watch) {
  const { action, isSaving, isChanged, afterSave, setState } = watch;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  /** A save whose answer never came; the server may have done it, so it goes first, with the same key. */
  let lost: FormData | null = null;
  let isLetThrough = false;

  const arm = () => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE_MS);
  };

  const settle = () => {
    isSaving.current = false;
    afterSave.current?.();
    afterSave.current = null;
  };

  function save() {
    clearTimeout(timer);
    if (!isChanged.current || isOver || isSaving.current) return;
    isChanged.current = lost !== null;
    isSaving.current = true;
    setState({ status: "saving" });
    const data = lost ?? draftOf(form, Date.now());
    startTransition(async () => {
      try {
        const outcome = await action(IDLE, data);
        if (lost) arm();
        lost = null;
        if (outcome.status === "invalid" || outcome.status === "failed") {
          const isConflict = outcome.status === "failed" && outcome.code === "conflict";
          isOver = isConflict;
          setState({ status: "refused", message: outcome.message, isConflict });
          settle();
        } else {
          setState({ status: isChanged.current ? "changed" : "still" });
          setTimeout(settle, PATIENCE_MS);
        }
      } catch (error) {
        isChanged.current = true;
        isOver = isGone(error);
        lost = isOver ? null : data;
        setState(isOver ? GONE : { status: "unreachable" });
        isLetThrough = true;
        settle();
        isLetThrough = false;
        if (!isOver) arm();
      }
    });
  }

  const onInput = () => {
    isChanged.current = true;
    if (isOver) return;
    setState({ status: isSaving.current ? "saving" : "changed" });
    arm();
  };

  const onSubmit = (event: SubmitEvent) => {
    clearTimeout(timer);
    if (lost && !isLetThrough) save();
    if (!isSaving.current) {
      isChanged.current = false;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const button = event.submitter;
    afterSave.current = () => form.requestSubmit(button);
  };

  const onLeave = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.button);
    if (!(link instanceof HTMLAnchorElement) || link.target || !isPlain) return;
    if (!isChanged.current || isOver || link.hash) return;
    event.preventDefault();
    save();
    afterSave.current = () => location.assign(link.href);
  };

  const onHide = () => document.visibilityState === "hidden" && save();

  const over = new AbortController();
  const { signal } = over;
  form.addEventListener("input", onInput, { signal });
  form.addEventListener("submit", onSubmit, { signal, capture: true });
  document.addEventListener("click", onLeave, { signal });
  document.addEventListener("visibilitychange", onHide, { signal });
  signal.addEventListener("abort", () => clearTimeout(timer));
  return { stop: () => over.abort() };
}
