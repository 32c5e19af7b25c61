/** The frame of anything one types or chooses in. */
export const CONTROL =
  "block w-full rounded-sm border border-input-border bg-surface px-3 py-2 text-base text-ink control";

export type FieldWidth = "short" | "medium" | "full";

export const WIDTH: Record<FieldWidth, string> = {
  short: "max-w-40",
  medium: "max-w-sm",
  full: "",
};
