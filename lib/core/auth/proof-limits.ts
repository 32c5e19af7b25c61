import { spend } from "./rate-limit";
import type { RequestFacts } from "./request";
import { getViewer } from "./viewer";

/** As many wrong passwords as one device may type. Throws `tooOften`. */
export const spendOnProof = ({ client }: RequestFacts): Promise<void> =>
  spend("signInByAddress", client);

/** And as many letters as one account may cause. Throws `tooOften`. */
export async function spendOnAccount(request: RequestFacts): Promise<void> {
  await spendOnProof(request);
  await spend("mailedLink", (await getViewer())?.accountId ?? request.client);
}
