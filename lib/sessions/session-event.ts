/** That a session is over, for the trail. */
export const sessionEnded = (subjectId: string) =>
  ({ name: "session.ended", subjectType: "session", subjectId }) as const;
