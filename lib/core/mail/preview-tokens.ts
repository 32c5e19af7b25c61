/** Where the chosen reason and the decider's words come into a mail that is only previewed. */
export const PREVIEW_TOKENS = { reason: "⟦reason⟧", words: "⟦words⟧" };
