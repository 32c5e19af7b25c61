"use client";

import { createContext, use, useState } from "react";
import {
  type FormState,
  IDLE,
  keptValue,
  keptValues,
  savedChoices,
  savedMeanwhile,
} from "@/lib/core/form-state";
import type { FormCopy } from "@/lib/core/i18n/form-copy";

type FormContextValue = {
  state: FormState;
  pending: boolean;
  /** The button that sent the form. */
  pressed: HTMLElement | null;
  scope: string;
  copy: Partial<FormCopy>;
};

/** Outside an <ActionForm> (a plain GET filter form) fields read this resting state. */
export const FormContext = createContext<FormContextValue>({
  state: IDLE,
  pending: false,
  pressed: null,
  scope: "",
  copy: {},
});

/** Whose page this is (`sealReader`), as its layout was drawn: what the header says and what its forms carry agree. */
export const ReaderContext = createContext("");

/** `at` tells it from the one before. */
type Flash = { form: string; message: string; at?: string | undefined };

/** What the page says once about the act of one of its forms, which stands beside that form's button. */
export const FlashContext = createContext<Flash | null>(null);

/** The reader that a form was first drawn for: drawn again for somebody else, what was typed stays theirs. */
export function useReader(): string {
  return useState(use(ReaderContext))[0];
}

/** What a field needs to draw itself: its ids, its error, what was typed before a refusal. */
export function useField(name: string) {
  const { state, scope, copy } = use(FormContext);
  const key = scope ? `${scope}-${name}` : name;
  const error = state.status === "invalid" ? state.fields[name] : undefined;
  return {
    id: `field-${key}`,
    labelId: `label-${key}`,
    hintId: `hint-${key}`,
    errorId: `error-${key}`,
    error,
    optionalWord: copy.optional,
    /** In a form of an action: its refusal names the fields as the page does, without JavaScript too. */
    labelName: copy.optional && `_label.${name}`,
    /** Fields React does not reset by themselves (select, boxes) are remounted when this changes. */
    resetKey: state.status === "idle" ? "start" : state.at,
    kept: (start?: string) => keptValue(state, name, start),
    /** The saved text, when it is not the typed one. */
    saved: (start?: string) => savedMeanwhile(state, name, start),
    keptList: (start?: string[]) => keptValues(state, name, start),
    /** The saved ones of these boxes or round buttons, when they are not the chosen ones. */
    savedOf: <T extends { value: string }>(choices: T[], start?: string[]) =>
      savedChoices(state, name, choices, start),
  };
}

/** The `aria-describedby` list of a field, or undefined when it has neither hint nor error. */
export function describedBy(...ids: (string | false | undefined)[]): string | undefined {
  return ids.filter(Boolean).join(" ") || undefined;
}
