import { openMailbox } from "./mailbox";

/** The mail server of the journeys; the portal's worker sends to it through `SMTP_URL`. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  return openMailbox(Number(process.env.SMTP_TEST_PORT));
}
