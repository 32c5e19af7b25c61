import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { markResting } from "@/db/request-mark";
import { isKnownBrowser, readBrowserSecret, type Tried } from "./known-browser";
import {
  forgive,
  isWithin,
  LIMITS,
  type LimitName,
  type PaceName,
  spend,
  takeTurn,
  tooMany,
} from "./rate-limit";
import { hashToken } from "./tokens";

/** What is tried: a password, one more code by mail, link to a new password or letter to an applicant or a guest, a second factor. */
const WAYS = {
  password: { known: "knownPassword", first: "passwordFirst", again: "passwordAgain" },
  mail: { known: "knownMail", first: "mailFirst", again: "mailAgain" },
  reset: { known: "knownMail", first: "resetFirst", again: "resetAgain" },
  application: { known: "knownMail", first: "applicationFirst", again: "applicationAgain" },
  guest: { known: "knownMail", first: "guestFirst", again: "guestAgain" },
  factor: { known: "knownFactor", first: "factorFirst", again: "factorAgain" },
} as const satisfies Record<string, { known: LimitName; first: PaceName; again: PaceName }>;

type Way = keyof typeof WAYS;

/** Requests that wait for their turn hold nothing but their socket; beyond so many a process, the next is refused. */
const MOST_WAITING = 100;

/** One count a process, also when the module is loaded twice (several bundles). */
const shared = globalThis as typeof globalThis & { clubWaiting?: number };

const nameOf = (tried: Tried) => ("email" in tried ? hashToken(tried.email) : tried.accountId);
/** One line may hold a whole IPv6 /48: its 65,536 clients (`2001:db8:1:2::/64`) have the first tries of one. */
const lineOf = (client: string) =>
  client.endsWith("::/64") ? client.split(":").slice(0, 3).join(":") : client;
const clientOf = (way: Way, tried: Tried, client: string) =>
  hashToken(`${way} ${lineOf(client)} ${nameOf(tried)}`);

/**
 * Lets a try at an account through: strangers close nobody's door. A browser that the account knows has a limit of its
 * own. Any other client is closed when it has spent its limit, whomever it tries; the account is slowed, never closed:
 * each line's first two tries of a day and all later ones have a pace of their own, so that whoever keeps trying does
 * not stand in the way of whoever comes. A turn is waited for eight seconds at most, without a connection to the database.
 * Throws `tooManyRequests`, alike for an address without an account.
 */
export async function letIn(way: Way, tried: Tried, client: string): Promise<void> {
  const { known, first, again } = WAYS[way];
  const secret = await readBrowserSecret();
  const isKnown = secret !== null && (await isKnownBrowser(secret, tried));
  if (isKnown && (await isWithin(known, hashToken(`${secret} ${nameOf(tried)}`)))) return;
  await spend("signInByAddress", client);
  const isFirst = await isWithin("firstTries", clientOf(way, tried, client));
  const key = nameOf(tried);
  const turn = (isFirst ? await takeTurn(first, key) : null) ?? (await takeTurn(again, key));
  if (turn === null) throw tooMany(LIMITS[isFirst ? first : again].every);
  await waitFor(turn);
}

/** The right answer was given: what was tried before it counts no more. */
export async function letInAgain(way: Way, tried: Tried, client: string): Promise<void> {
  const { first, again } = WAYS[way];
  const key = nameOf(tried);
  await forgive([first, key], [again, key], ["firstTries", clientOf(way, tried, client)]);
}

/**
 * What a client may try that is nobody's yet: a mailed code, a link. A browser that some account knows is not closed with
 * the others behind its address. Throws `tooManyRequests`.
 */
export async function letClientIn(client: string): Promise<void> {
  const secret = await readBrowserSecret();
  const isKnown = secret !== null && (await isKnownBrowser(secret));
  if (isKnown && (await isWithin("knownPassword", hashToken(secret)))) return;
  await spend("signInByAddress", client);
}

async function waitFor(seconds: number): Promise<void> {
  if (seconds === 0) return;
  const waiting = shared.clubWaiting ?? 0;
  if (waiting >= MOST_WAITING) throw tooMany(seconds);
  shared.clubWaiting = waiting + 1;
  markResting();
  await sleep(seconds * 1000);
  shared.clubWaiting--;
}
