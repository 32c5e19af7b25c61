import "server-only";
import type { ActionContext, ActionOutcome } from "@/lib/core/action";
import { readBrowserSecret, writeBrowserSecret } from "@/lib/core/auth/known-browser";
import type { RequestFacts } from "@/lib/core/auth/request";
import { writeSessionCookie } from "@/lib/core/auth/session-cookie";
import { landing } from "./landing";
import type { SignedIn } from "./starting.mutations";

/** From where somebody signs in, with the secret by which an account may know the browser. */
export const deviceOf = async ({ userAgent, client }: RequestFacts) => ({
  userAgent,
  address: client,
  secret: await readBrowserSecret(),
});

/** Gives the browser what a new session needs once it stands, and says where it leads: to `next` where that is ours. */
export function enter(
  signedIn: SignedIn,
  next: string | undefined,
  context: ActionContext,
): ActionOutcome {
  const { token, browserSecret } = signedIn;
  context.afterCommit(() => writeSessionCookie(token));
  if (browserSecret) context.afterCommit(() => writeBrowserSecret(browserSecret));
  return { redirectTo: landing(signedIn, next, context.locale) };
}
