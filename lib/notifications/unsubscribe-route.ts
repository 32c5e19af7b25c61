import "server-only";
import { readUnsubscribeToken } from "@/lib/core/mail/unsubscribe-token";
import { tokenRoute } from "@/lib/core/token-route";
import { stopMails } from "./mutations";

/** The one-click post of a mail programme (RFC 8058): it follows no link, signs in nobody and shows no page. */
export const postUnsubscribe = tokenRoute({
  limit: "unsubscribe",
  says: ["List-Unsubscribe", "One-Click"],
  read: readUnsubscribeToken,
  handle: stopMails,
});
