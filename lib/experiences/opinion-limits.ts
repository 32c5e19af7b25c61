/** Characters of a sentence about somebody else's experience, as readers count them (the least: in Latin letters). */
export const OPINION_LENGTH = { least: 10, most: 300 };
