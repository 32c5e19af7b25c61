import type { FormValues } from "../form-state";

/** What is never echoed back to the page. */
const SECRET = /password|^code$|token/i;

/**
 * A posted form as nested input for zod and as flat texts to show again.
 * `title.fr` nests; a repeated name becomes a list; names that begin with `$` or `_` are not input; files are left out.
 */
export function readForm(data: FormData): { input: Record<string, unknown>; values: FormValues } {
  const values: FormValues = {};
  for (const name of new Set(data.keys())) {
    const texts = data.getAll(name).filter((value) => typeof value === "string");
    const [first] = texts;
    if (/^[$_]/.test(name) || first === undefined) continue;
    values[name] = texts.length > 1 ? texts : first;
  }
  const input: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const [head = "", tail, ...rest] = name.split(".");
    if (rest.length > 0 || head === "__proto__" || tail === "__proto__") input[name] = value;
    else if (tail === undefined) input[head] = value;
    else input[head] = { ...(input[head] as object | undefined), [tail]: value };
  }
  const kept = Object.entries(values).filter(([name]) => !SECRET.test(name));
  return { input, values: Object.fromEntries(kept) };
}
