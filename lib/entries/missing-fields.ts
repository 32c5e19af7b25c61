import { AppError, type ErrorCode } from "@/lib/core/errors";
import type { ContentOf, Description, Field } from "./description";
import { sectionsOf } from "./editor-steps";

/** What stands between a draft and its submission; `field` is the field of the form (`title.fr`). */
export type Gap = {
  field: string;
  section: string;
  code: ErrorCode;
  values?: { found: string; known?: string };
};

/** The needed fields that are empty, in reading order: a text where its original is (`originalNeeded`), else `notChosen`, `required`. */
export function listMissing<D extends Description>(
  description: D,
  content: ContentOf<D> & { originalLocale: string },
): Gap[] {
  return Object.entries(description).flatMap(([name, { kind, section, isNeeded }]): Gap[] => {
    const value = (content as Record<string, unknown>)[name];
    const original = content.originalLocale;
    if (!isNeeded) return [];
    const code = isChosen(kind) ? "notChosen" : "required";
    if (kind !== "text") return isFilled(value) ? [] : [{ field: name, section, code }];
    const field = `${name}.${original}`;
    const isThere = Boolean((value as Record<string, string>)[original]);
    return isThere ? [] : [{ field, section, code: "originalNeeded" }];
  });
}

/** Whether a field of a kind is answered by choosing rather than by writing. */
export const isChosen = (kind: Field["kind"]): boolean =>
  ["language", "choice", "state", "choices"].includes(kind);

/** Whether something was chosen, or written in any language. */
export const isFilled = (value: unknown): boolean =>
  typeof value === "number" || Object.keys(value ?? {}).length > 0;

/** The sections that hold what they should, for the marks of the editor; one that may stay empty, once it holds something. */
export function listCompleteSections(
  fields: Description,
  content: object,
  gaps: readonly Gap[],
): string[] {
  return sectionsOf(fields).filter((section) => {
    if (gaps.some((gap) => gap.section === section)) return false;
    const own = Object.entries(fields).filter(([, field]) => field.section === section);
    return own.some(
      ([name, { isNeeded, isSetting }]) =>
        isNeeded || (!isSetting && isFilled((content as Record<string, unknown>)[name])),
    );
  });
}

/** What tells whose an entry is (`code`), each on its field; under `files` in the section that leads to them. */
export const tellingGaps = (
  fields: Description,
  identified: readonly { field: string; found: string }[],
  { code, files }: { code: ErrorCode; files: string },
) =>
  identified.map(({ field, found }): Gap => {
    const { section } = fields[field.split(".")[0] ?? ""] ?? { section: files };
    return { field, section, code, values: { found } };
  });

/** Throws the first of them on its field, or on `at`. */
export function refuseGaps([gap]: readonly Gap[], at?: string): void {
  if (gap) throw new AppError(gap.code, { field: at ?? gap.field, values: gap.values });
}
