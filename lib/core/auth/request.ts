import "server-only";
import { headers } from "next/headers";
import { env } from "../env";
import { AppError } from "../errors";

export type RequestFacts = {
  client: string;
  userAgent: string;
  requestId: string;
  /** The name of the action that was sent (`saveProfileAction`), as the front server read it; empty for anything else. */
  action: string;
  /** The page it was sent from or asks for, without its language: `/projects?page=2`. */
  page?: string;
  /** It is answered by a whole page, as a browser without JavaScript asks. */
  wantsPage: boolean;
};

/** What the front server says of this request; a client cannot set these headers itself. */
export async function readRequest(): Promise<RequestFacts> {
  const sent = await headers();
  return {
    client: sent.get("x-club-client") ?? "unknown",
    userAgent: (sent.get("user-agent") ?? "").slice(0, 300),
    requestId: sent.get("x-club-request") ?? "",
    action: sent.get("x-club-action") ?? "",
    page: sent.get("x-club-path") ?? "",
    wantsPage: sent.get("accept")?.includes("text/html") ?? false,
  };
}

/**
 * Refuses a write that another site sent. Next lets an action run without an `Origin` header,
 * so one of the two headers a browser sets has to vouch for it. Throws `foreignOrigin`.
 */
export async function requireOwnOrigin(): Promise<void> {
  const sent = await headers();
  const origin = sent.get("origin");
  const site = sent.get("sec-fetch-site");
  const isOwn = origin ? origin === env().APP_ORIGIN : site === "same-origin";
  if (!isOwn || (site !== null && site !== "same-origin")) throw new AppError("foreignOrigin");
}

/**
 * The page that something was sent from (`RequestFacts.page`), as its address asks for it, without what it said once of an
 * earlier act; `otherwise` where no page is known.
 */
export function samePage(page: string | undefined, otherwise: string): string {
  const [pathname, query] = (page || otherwise).split("?");
  const asked = new URLSearchParams(query);
  for (const told of ["notice", "refused"]) asked.delete(told);
  return asked.size > 0 ? `${pathname}?${asked}` : `${pathname}`;
}

/**
 * Where an act leads that changes its own page: nowhere, so that what is typed in the other forms there stays; back to it
 * for a browser without JavaScript.
 */
export const stayOn = ({ page, wantsPage }: RequestFacts, otherwise: string, anchor = "") =>
  wantsPage ? { redirectTo: `${samePage(page, otherwise)}${anchor}` } : {};
