import { WORST_FILES } from "./worst-files";
import { WORST_TEXTS } from "./worst-texts";

/** What is measured of one input: made beforehand, so that only the reading counts. */
export type Run = () => unknown;

/** A function that reads what strangers or members send, with what costs it most. */
export type WorstInput = {
  /** Its file and name, and of which kind the inputs are. */
  name: string;
  /** The most that reaches it, in UTF-16 units, bytes, fields or pixels a side. */
  most: number;
  /** An input of this size, ready to be read. */
  of: (size: number) => Run | Promise<Run>;
};

/** Every function that reads a text or file of somebody, at its worst. */
export const WORST_INPUTS: readonly WorstInput[] = [...WORST_FILES, ...WORST_TEXTS];
