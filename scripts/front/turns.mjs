import fs from "node:fs";
import path from "node:path";
import { ROOT } from "../launch/run.mjs";
import { answeredRequest } from "./answered-request.mjs";
import { isForm } from "./refusals.mjs";

/** Pages that are drawn at the same time: more would make none of them quicker. */
const PAGES_AT_ONCE = 16;
/**
 * Forms that are dealt with at the same time, beside the pages, so that neither keep the others from their turn. Those that
 * wait for each other's locks leave some of the ten places at the database (db/client.ts) to whoever only reads.
 */
const FORMS_AT_ONCE = 6;
/** Who would wait longer for their turn is told at once to come back. */
const IN_TIME_MS = 8000;
/** So long a form may be expected to wait: a pace that slackens by a third still lets it in within eight seconds. */
const FORM_IN_TIME_MS = 6000;
/** Of how many of the latest the pace is that of, by and large. */
const LATEST = 16;
/** The pace as long as none is known, and the worst that is learnt while nobody waits. */
const FIRST_MS = 100;

/** What is sent as it lies there. Whatever else has a name with an ending is drawn: a feed, a page that says it is missing. */
const STORED = new Set(fs.readdirSync(path.join(ROOT, "public")).map((name) => `/${name}`));
const UNDRAWN = /^\/(?:_next\/|(?:healthz|readyz)\/?(?:[?#]|$))/;
/** Data that costs as much as a page, however it is asked for: lists, what is alike, codes, what a shared link shows. */
const DRAWN_DATA = /^\/api\/(?:[^/?#]+\/?(?:similar\/?)?(?:[?#]|$)|(?:codes|share)\/)/;

/** What lasts as long as its reader's line is slow is never held up: files, what is up- or downloaded. */
const isPage = ({ headers, method, url }) =>
  url.startsWith("/api/")
    ? method !== "POST" &&
      (DRAWN_DATA.test(url) || String(headers.accept).includes("application/json"))
    : !UNDRAWN.test(url) && !STORED.has(url.split(/[?#]/, 1)[0]);

/**
 * A line in which so many are answered at once and the others wait in their order. Gives `turn(res)`, which settles when a
 * request may be worked on: with true; or at once with false, when that would come too late. From the pace at which turns
 * end, while others wait or none does, it is known how long the last of them waits; who has waited as long as `mostMs` all
 * the same is told then.
 */
function openLine(atOnce, inTimeMs, now, mostMs) {
  /** What lets each of those in who wait; who goes away waits no more. */
  const waiting = new Set();
  let taken = 0;
  let paceMs = FIRST_MS;
  let latest = 0;
  /** When all places were last taken. */
  let full = -1;

  function end(began) {
    const ended = now();
    const took = ended - Math.max(latest, began);
    if (taken === atOnce) full = ended;
    // While there was room, one that was slow says little of how many end in a second.
    paceMs += ((began <= full ? took : Math.min(took, FIRST_MS)) - paceMs) / LATEST;
    latest = ended;
    taken -= 1;
    const [letIn] = waiting;
    letIn?.();
  }

  function begin(res, request) {
    taken += 1;
    const began = now();
    if (taken === atOnce) {
      latest = began;
      full = began;
    }
    const { writeHead } = res;
    let isOver = false;
    const over = () => {
      if (!isOver) {
        isOver = true;
        end(began);
      }
    };
    // A page is drawn once its head goes out: whoever reads the rest of it slowly holds up nobody.
    res.writeHead = (...head) => {
      over();
      return writeHead.apply(res, head);
    };
    res.once("close", over);
    if (request) request.rest = over;
  }

  const wait = (res, request) =>
    new Promise((resolve) => {
      const settle = (isTaken) => {
        clearTimeout(timer);
        waiting.delete(letIn);
        resolve(isTaken);
      };
      const letIn = () => {
        begin(res, request);
        settle(true);
      };
      const timer = mostMs && setTimeout(settle, mostMs, false);
      waiting.add(letIn);
      // Nobody is there to be told anything: the request is worked on no more.
      res.once("close", () => {
        clearTimeout(timer);
        waiting.delete(letIn);
      });
    });

  return async function turn(res) {
    // Asked for now: who is let in later is so while another request is being answered.
    const request = answeredRequest();
    if (taken >= atOnce) return (waiting.size + 1) * paceMs <= inTimeMs && wait(res, request);
    begin(res, request);
    return true;
  };
}

/**
 * Gives `turn(req, res)`, which settles when a request may be worked on: with true, or with false when it is to be told to
 * come back. Pages and forms have a line each. A form hears within eight seconds that it was not begun.
 */
export function openTurns(now = () => performance.now()) {
  const pages = openLine(PAGES_AT_ONCE, IN_TIME_MS, now);
  const forms = openLine(FORMS_AT_ONCE, FORM_IN_TIME_MS, now, IN_TIME_MS);
  return async (req, res) => {
    if (isForm(req)) return forms(res);
    return isPage(req) ? pages(res) : true;
  };
}
