import { WORST_FILES } from "./worst-files";
import { WORST_TEXTS } from "./worst-texts";

/** What is measured of one input: made beforehand, so that only the reading counts. */
export type Run = () => unknown;

/** A function that reads what strangers or members send, and kinds of inputs that might cost it most. */
export type WorstInput = {
  /** The function, by the name it is exported under. */
  name: string;
  /** The most that reaches it: UTF-16 units of a text, bytes of a file, fields of a form, pixels of a picture. */
  most: number;
  /** An input of so much, ready to be read. */
  kinds: Record<string, (size: number) => Run | Promise<Run>>;
};

/** Every function that reads a text or file of somebody. */
export const WORST_INPUTS: readonly WorstInput[] = [...WORST_FILES, ...WORST_TEXTS];
