import { act } from "../entry-act";
import { pageOf } from "../noun";
import type { NounVerbs } from "../noun-verbs";
import { askQuestion } from "./mutations";
import { askQuestionInput } from "./schema";

/** A question under an entry of a kind, for its action. */
export const askAct = (noun: NounVerbs) =>
  act(askQuestionInput, async (tx, viewer, input) => {
    await askQuestion(tx, viewer, noun, input);
    return {
      redirectTo: pageOf({ entryKind: noun.kind, slug: input.slug }),
      notice: "questionAsked",
    };
  });
