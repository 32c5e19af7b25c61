import { startTransition } from "react";
import { type FormAction, type FormState, IDLE, type KeptFields } from "@/lib/core/form-state";

export type AutosaveState =
  | { status: "still" | "changed" | "saving" }
  | { status: "unreachable" }
  | { status: "refused"; message: string; isConflict: boolean };

const PAUSE_MS = 8000;

/** What waits for the save under way. */
export type Waiting = { current: (() => void) | null };

/** Lets go what waited; it may save itself, and wait again. */
export function goOn(afterSave: Waiting): void {
  const next = afterSave.current;
  afterSave.current = null;
  next?.();
}

type Watch = {
  action: FormAction;
  isSaving: { current: boolean };
  isChanged: { current: boolean };
  afterSave: Waiting;
  setState: (state: AutosaveState) => void;
  /** Draws what a save gives: when it was, in words, and what the form goes on from. */
  keep: (words: string, fields: KeptFields) => void;
};

/** An update took the action away: sending it again helps nothing. */
const isGone = (error: unknown) => (error as Error).name === "UnrecognizedActionError";
const GONE: AutosaveState = { status: "refused", message: "", isConflict: false };

/** What the form is told of a save that was answered; null where nothing was refused. */
function refusalOf(outcome: FormState) {
  if (outcome.status !== "invalid" && outcome.status !== "failed") return null;
  const isConflict = outcome.status === "failed" && outcome.code === "conflict";
  return { status: "refused", message: outcome.message, isConflict } as const;
}

/** What the form holds, under a key of its own: that of the form belongs to the submit that follows. */
function draftOf(form: HTMLFormElement, at: number): FormData {
  const data = new FormData(form);
  data.set("_key", String(data.get("_key")).replace(/(?<=.)~/, `.${at}~`));
  data.set("intent", "autosave");
  return data;
}

/** The link by which a click leaves the page in its own tab. */
function followedLink(event: MouseEvent): HTMLAnchorElement | null {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.button);
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hash || !isPlain) return null;
  return link;
}

type Listeners = {
  onInput: () => void;
  onSubmit: (event: SubmitEvent) => void;
  onLeave: (event: MouseEvent) => void;
  onHide: () => void;
  onStop: () => void;
};

function listen(form: HTMLFormElement, listeners: Listeners) {
  const over = new AbortController();
  const { signal } = over;
  form.addEventListener("input", listeners.onInput, { signal });
  form.addEventListener("submit", listeners.onSubmit, { signal, capture: true });
  document.addEventListener("click", listeners.onLeave, { signal });
  document.addEventListener("visibilitychange", listeners.onHide, { signal });
  signal.addEventListener("abort", listeners.onStop);
  return { stop: () => over.abort() };
}

/** Listens to one form; what it sends is said by `useAutosave`. */
export function watchForm(form: HTMLFormElement, watch: Watch) {
  const { action, isSaving, isChanged, afterSave, setState, keep } = watch;
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
    goOn(afterSave);
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
        // What was typed since goes with the version that this save gives.
        if (lost || document.visibilityState === "hidden") afterSave.current ??= save;
        lost = null;
        const refusal = refusalOf(outcome);
        if (refusal) {
          isOver = refusal.isConflict;
          setState(refusal);
          settle();
        } else {
          setState({ status: isChanged.current ? "changed" : "still" });
          if (outcome.status === "done" && outcome.kept) keep(outcome.message, outcome.kept);
          else settle();
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
    const link = followedLink(event);
    if (!link || !isChanged.current || isOver) return;
    event.preventDefault();
    save();
    const leave = () => {
      // What is lost now was tried.
      if (!isChanged.current || lost || isOver) return location.assign(link.href);
      save();
      afterSave.current = leave;
    };
    afterSave.current = leave;
  };

  const onHide = () => {
    if (document.visibilityState === "hidden") save();
  };

  const onStop = () => clearTimeout(timer);
  return listen(form, { onInput, onSubmit, onLeave, onHide, onStop });
}
