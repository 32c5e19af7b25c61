import { LineDrawing } from "./line-drawing";

/** What messages, folds and choices are marked by, apart from the other icons: forms need no more, and weigh less. */
export const SIGNS = {
  check: "m5 12.5 4.5 4.5L19 7.5",
  "chevron-down": "m6 9 6 6 6-6",
  danger: "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5v5.5m0 3v.1",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18m0 8v5.5m0-8.7v.1",
  warning: "M12 3.5 22 20.5H2zM12 10v5m0 2.5v.1",
} as const;

type SignName = keyof typeof SIGNS;

type SignProps = { name: SignName; className?: string };

/** The sign of a message, a fold or a choice, beside its words. */
export function Sign({ name, className }: SignProps) {
  return <LineDrawing className={className} d={SIGNS[name]} />;
}
