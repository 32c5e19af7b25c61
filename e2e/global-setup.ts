import { openMailbox } from "./mailbox";
import { openTranslator } from "./translator";

/** The mail server of the journeys and the service that translates: the portal's worker sends to both. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const closeMailbox = await openMailbox(Number(process.env.SMTP_TEST_PORT));
  const closeTranslator = await openTranslator(Number(process.env.TRANSLATOR_TEST_PORT));
  return async () => {
    await closeTranslator();
    await closeMailbox();
  };
}
