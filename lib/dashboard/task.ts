/** One thing that awaits somebody, with the place where it is done. */
export type Task = {
  kind:
    | "queue"
    | "invitation"
    | "request"
    | "interest"
    | "question"
    | "translation"
    | "outcome"
    | "changes"
    | "profile"
    | "organisation"
    | "activity"
    | "confirm"
    | "directory"
    | "stale"
    | "draft"
    | "more";
  href: string;
  title: string;
  text: string;
  /** How much of it is done, in per cent. */
  percent?: number;
  /** To be seen before everything else. */
  isPressing?: boolean;
  /** Done with one press, where it stands: the activity that is still right. */
  confirm?: { activityId: string; version: number };
};
