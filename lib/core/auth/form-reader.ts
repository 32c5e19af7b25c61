import "server-only";
import {
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from "node:crypto";
import { env } from "../env";
import { AppError } from "../errors";
import { type Viewer, viewerName } from "./viewer-type";

/** HKDF (RFC 5869): what marks a form shares no key with what AUTH_SECRET signs. */
let derived: KeyObject | undefined;

function key(): KeyObject {
  derived ??= createSecretKey(
    Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", "club form 1", 32)),
  );
  return derived;
}

/**
 * Whose a page and its forms are: 128 bits of an HMAC (RFC 2104) over the account, in base64url. All visitors share
 * one. A form carries it behind its own key: `_key` is `<fresh value>~<reader>`, and `~<reader>` where it has none.
 */
export function sealReader(viewer: Pick<Viewer, "accountId"> | null): string {
  const about = viewer?.accountId ?? "visitor";
  return createHmac("sha256", key()).update(about).digest("base64url").slice(0, 22);
}

/** The reader that a form was drawn for, as its `_key` says; null where it says nothing. */
export function readerOf(sent: unknown): string | null {
  return (typeof sent === "string" && sent.match(/~([\w-]{22})$/)?.[1]) || null;
}

/**
 * Refuses a form that was drawn for another account than the one that sends it, as when two people share a browser.
 * Throws `otherReader`.
 */
export function refuseOtherReader(viewer: Viewer, sent: unknown): void {
  const reader = readerOf(sent);
  if (reader === null) return;
  const isTheirs = timingSafeEqual(Buffer.from(reader), Buffer.from(sealReader(viewer)));
  if (!isTheirs)
    throw new AppError("otherReader", { values: { name: viewerName(viewer, viewer.locale) } });
}

/** Refuses a form that does not say whose it is. Throws `formOutdated`. */
export function requireReader(sent: unknown): void {
  if (readerOf(sent) === null) throw new AppError("formOutdated");
}
