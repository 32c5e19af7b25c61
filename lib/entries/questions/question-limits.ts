/** Characters of a question (the least: in Latin letters), and most of an answer, as readers count them. */
export const QUESTION_LENGTH = { least: 10, most: 600 };
export const ANSWER_MAX = 1500;

/** The most of their translations: French takes three and a half times as many letters as Chinese takes characters. */
export const TRANSLATED_MAX = { question: 2100, answer: 5250 };

/** Questions one member may ask a day, under all projects. */
export const QUESTIONS_A_DAY = 10;
