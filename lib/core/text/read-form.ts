import type { FormValues } from "../form-state";

/** What is never echoed back to the page. */
export const SECRET = /password|^code$|token/i;

/**
 * A posted form as nested input for zod and as flat texts to show again.
 * `title.fr` nests; a repeated name becomes a list; names that begin with `$` or `_` are not input; files are left out.
 */
export function readForm(data: FormData): { input: Record<string, unknown>; values: FormValues } {
  const texts = new Map<string, string[]>();
  for (const [name, value] of data) {
    if (/^[$_]/.test(name) || typeof value !== "string") continue;
    const known = texts.get(name);
    if (known) known.push(value);
    else texts.set(name, [value]);
  }
  const values = [...texts].map(([name, all]): [string, string | string[]] => [
    name,
    all.length > 1 ? all : (all[0] ?? ""),
  ]);
  const input = new Map<string, unknown>();
  const nested = new Map<string, Map<string, unknown>>();
  for (const [name, value] of values) {
    const [head = "", tail, ...rest] = name.split(".");
    const isPlain = tail === undefined || head === "__proto__" || tail === "__proto__";
    if (isPlain || rest.length > 0) {
      input.set(name, value);
      nested.delete(name);
    } else {
      const under = nested.get(head) ?? new Map(Object.entries(input.get(head) ?? {}));
      under.set(tail, value);
      nested.set(head, under);
      input.set(head, under);
    }
  }
  for (const [head, under] of nested) input.set(head, objectOf(under));
  return {
    input: objectOf(input),
    values: objectOf(values.filter(([name]) => !SECRET.test(name))),
  };
}

/** As `Object.fromEntries`, but in time that grows with the entries: V8 gives an object that begins as `{}` a shape for each. */
function objectOf<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  const made: Record<string, T> = Object.create(null);
  for (const [name, value] of entries) made[name] = value;
  return Object.setPrototypeOf(made, Object.prototype);
}

/** No label is longer. */
const LONGEST_LABEL = 200;

/** What the page calls the fields of its form (`_label.title.fr`), to name them in a refusal. */
export function readLabels(data: FormData): Record<string, string> {
  const labels: Record<string, string> = Object.create(null);
  for (const [name, value] of data) {
    if (!name.startsWith("_label.") || typeof value !== "string") continue;
    labels[name.slice("_label.".length)] = value.slice(0, LONGEST_LABEL).toWellFormed();
  }
  return labels;
}

/**
 * The fields in the order in which the page asks for them, which is that of what it sends; of a box that is not ticked it sends
 * what it is called. A field of several parts (`title`) stands where the first of them does; what was not sent comes last.
 */
export function inPageOrder(fields: readonly string[], data: FormData): string[] {
  const places = new Map<string, number>();
  for (const key of data.keys()) {
    const name = key.replace(/^_label\./, "");
    const [head = ""] = name.split(".", 1);
    for (const one of [name, head]) if (!places.has(one)) places.set(one, places.size);
  }
  const placeOf = (field: string) => places.get(field) ?? places.size;
  return [...fields].sort((one, other) => placeOf(one) - placeOf(other));
}

/** Longer than any title; an address takes only so much. */
const MOST_KEPT = 300;

/** What was typed in a field as an address can bring it back: readable signs alone, cut short, however much came. */
export function typedIn(form: FormData | null, field: string): string {
  const typed = form?.get(field);
  if (typeof typed !== "string") return "";
  const plain = typed
    .slice(0, MOST_KEPT * 2)
    .toWellFormed()
    .replace(/\p{Cc}/gu, " ");
  return [...plain].slice(0, MOST_KEPT).join("");
}
