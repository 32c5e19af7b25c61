import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "../env";
import type { Locale } from "../i18n/locales";
import { path } from "../paths";
import { isMailGroup, type MailGroup } from "./mail-groups";

/** What the link in a mail lets its holder switch: one group of mails of one account. */
export type MailLink = { accountId: string; group: MailGroup };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function sealOf({ accountId, group }: MailLink): string {
  const key = env().AUTH_SECRET;
  return createHmac("sha256", key).update(`unsubscribe ${accountId} ${group}`).digest("base64url");
}

/** The secret that a mail carries; it works without signing in and needs no row to be kept. */
export function unsubscribeToken(link: MailLink): string {
  return `${link.accountId}.${link.group}.${sealOf(link)}`;
}

/** What a token stands for; null when this portal has not made it. */
export function readUnsubscribeToken(token: string): MailLink | null {
  const [accountId = "", group, seal = "", ...rest] = token.split(".");
  if (rest.length > 0 || !UUID.test(accountId) || !isMailGroup(group)) return null;
  const given = Buffer.from(seal);
  const wanted = Buffer.from(sealOf({ accountId, group }));
  const isOurs = given.length === wanted.length && timingSafeEqual(given, wanted);
  return isOurs ? { accountId, group } : null;
}

/** The two addresses of a mail that can be switched off: the page a person opens, and the one-click post (RFC 8058). */
export function unsubscribeAddresses(link: MailLink, locale: Locale) {
  const token = unsubscribeToken(link);
  const { APP_ORIGIN } = env();
  return {
    page: `${APP_ORIGIN}${path(locale, "/unsubscribe", { token })}`,
    oneClick: `${APP_ORIGIN}/api/unsubscribe?${new URLSearchParams({ locale, token })}`,
  };
}
