import type { ErrorCode } from "@/lib/core/errors";
import type { ContentOf, Description } from "./description";

/** What stands between a draft and its submission; `field` is the field of the form (`title.fr`). */
export type Missing = { field: string; section: string; code: ErrorCode };

/** The needed fields that are empty, in reading order: a text where its original is (`originalNeeded`), else `required`. */
export function listMissing<D extends Description>(
  description: D,
  content: ContentOf<D> & { originalLocale: string },
): Missing[] {
  return Object.entries(description).flatMap(([name, { kind, section, isNeeded }]): Missing[] => {
    const value = (content as Record<string, unknown>)[name];
    const original = content.originalLocale;
    if (!isNeeded) return [];
    if (kind !== "text") return isFilled(value) ? [] : [{ field: name, section, code: "required" }];
    const field = `${name}.${original}`;
    const isThere = Boolean((value as Record<string, string>)[original]);
    return isThere ? [] : [{ field, section, code: "originalNeeded" }];
  });
}

/** Whether something was chosen, or written in any language. */
export const isFilled = (value: unknown): boolean =>
  typeof value === "number" || Object.keys(value ?? {}).length > 0;
