import type { WorstInput } from "./measure-cpu";
import { WORST_FILES } from "./worst-files";
import { WORST_TEXTS } from "./worst-texts";

/** Every function that reads a text or file of somebody. */
export const WORST_INPUTS: readonly WorstInput[] = [...WORST_FILES, ...WORST_TEXTS];
