import { act } from "../entry-act";
import { pageOf } from "../noun";
import type { NounVerbs } from "../noun-verbs";
import { setFileLevel } from "./mutations";
import { setFileLevelInput } from "./schema";

/** Who opens a file of an entry of a kind, for its action. */
export const levelAct = (noun: NounVerbs) =>
  act(setFileLevelInput, async (tx, viewer, input) => {
    const entry = await setFileLevel(tx, viewer, noun, input);
    return { redirectTo: `${pageOf(entry)}#files`, notice: "fileLevelSet" };
  });
