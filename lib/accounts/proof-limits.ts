import { spend } from "@/lib/core/auth/rate-limit";
import type { RequestFacts } from "@/lib/core/auth/request";
import { getViewer } from "@/lib/core/auth/viewer";

/** As many wrong passwords, and as many letters, as one account may cause. Throws `tooOften`. */
export async function spendOnAccount({ client }: RequestFacts): Promise<void> {
  await spend("signInByAddress", client);
  await spend("mailedLink", (await getViewer())?.accountId ?? client);
}
