/** What somebody who came answers to the one question they are asked. */
export const OUTCOMES = ["yes", "partly", "no"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What is said of those of whom nobody noted that they came, as the list of a door is closed. */
export const OTHERS = ["came", "absent"] as const;
export type Others = (typeof OTHERS)[number];

/** The page that a ticket's code opens, for whoever keeps the event, without language. */
export const ticketAddress = (event: { slug: string }, registrationId: string) =>
  `/events/${event.slug}/check-in/${registrationId}`;
