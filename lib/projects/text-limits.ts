/** How long at least what a new project says is, in graphemes of Latin letters; the maxima are those of its fields. */
export const LEAST = { title: 10, sought: 40, offered: 40 } as const;
