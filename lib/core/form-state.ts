/** What a form holds after a submit; every action returns one and every form draws one. */
export type FormState =
  | { status: "idle" }
  | { status: "done"; message: string; at: string; kept?: KeptFields }
  | {
      status: "invalid";
      message: string;
      fields: Record<string, string>;
      /** What the form calls its fields, as it sent them (`_label.title.fr`). */
      labels?: Record<string, string>;
      values: FormValues;
      at: string;
      reader?: string;
    }
  | {
      status: "failed";
      code: string;
      message: string;
      values: FormValues;
      at: string;
      /** Whose form it was: drawn again for somebody else, what was typed in it stays theirs. */
      reader?: string;
    };

/** The hidden fields of a form that a save by itself has moved on: its version, the key of an edit it began. */
export type KeptFields = Record<string, string | number>;

/** The texts a person had typed, by field name; a list for boxes that share a name. */
export type FormValues = Record<string, string | string[]>;

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

export const IDLE: FormState = { status: "idle" };

/** The kept text of one field: what was typed before the last refusal, else the given start value. */
export function keptValue(state: FormState, name: string, start = ""): string {
  const kept = "values" in state ? state.values[name] : undefined;
  if (kept === undefined) return start;
  return Array.isArray(kept) ? (kept[0] ?? "") : kept;
}

const isConflict = (state: FormState): state is Extract<FormState, { status: "failed" }> =>
  state.status === "failed" && state.code === "conflict";

/**
 * What is saved in a text field after a conflict, where it differs from what was typed; null where there is nothing to
 * compare. `start` is the field's value as the page was last drawn.
 */
export function savedMeanwhile(state: FormState, name: string, start = ""): string | null {
  const isSent = isConflict(state) && name in state.values;
  return isSent && keptValue(state, name) !== start ? start : null;
}

/** The ticked values of a group of boxes, kept across a refusal. */
export function keptValues(state: FormState, name: string, start: string[] = []): string[] {
  if (!("values" in state)) return start;
  const kept = state.values[name];
  if (kept === undefined) return [];
  return Array.isArray(kept) ? kept : [kept];
}

/** The same of boxes or round buttons: those of them that are saved. Without `start` nothing ever is. */
export function savedChoices<T extends { value: string }>(
  state: FormState,
  name: string,
  choices: T[],
  start?: string[],
): T[] | null {
  if (!start || !isConflict(state)) return null;
  const chosen = keptValues(state, name);
  const isOther = choices.some(({ value }) => chosen.includes(value) !== start.includes(value));
  return isOther ? choices.filter(({ value }) => start.includes(value)) : null;
}
