/** The life of a registration for an event; that it is full follows from the places that are taken. */
export const REGISTRATION_STATES = [
  "pending",
  "confirmed",
  "waiting",
  "offered",
  "declined",
  "not-selected",
  "offer-expired",
  "attended",
  "absent",
  "cancelled",
] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** What is prepared of those who apply, until all are told. */
export const SELECTION_VERDICTS = ["selected", "not-selected"] as const;
export type SelectionVerdict = (typeof SELECTION_VERDICTS)[number];
