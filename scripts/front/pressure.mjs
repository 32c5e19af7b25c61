import { isFile } from "./refusals.mjs";

/** So many pages at once are always taken, however long each lasts: only as they end is it known. */
const ALWAYS = 32;
/** More would cost too much memory, however quickly they end. */
const MOST = 200;
/** Who would be answered later than this is told at once to come back. */
const IN_TIME_MS = 10_000;
/** Of how many of the latest answers the pace is that of, by and large. */
const LATEST = 16;
/** The pace as long as none is known. */
const FIRST_MS = 100;
/** A form holds what somebody wrote: it is refused only so many times beyond what a page is. */
const FORM_FACTOR = 4;

/** Whether a request is for a page, or the data of one: what is up- or downloaded lasts as long as its sender's line is slow. */
const isPage = ({ headers, method, url }) =>
  url.startsWith("/api/")
    ? method === "GET" && String(headers.accept).includes("application/json")
    : !isFile(url);

/**
 * Gives `take(req, res)`: whether a request is worked on, or would be answered too late. From the pace at which answers
 * end while others wait it is known how many in work end in time; a pace counts the whole portal, its database too.
 */
export function takeInTime(now = () => performance.now()) {
  let inWork = 0;
  let paceMs = FIRST_MS;
  let latest = 0;

  function end() {
    const ended = now();
    paceMs += (ended - latest - paceMs) / LATEST;
    latest = ended;
    inWork -= 1;
  }

  return function take(req, res) {
    if (!isPage(req)) return true;
    const limit = Math.min(MOST, Math.max(ALWAYS, IN_TIME_MS / paceMs));
    if (inWork >= limit * (req.method === "POST" ? FORM_FACTOR : 1)) return false;
    if (inWork === 0) latest = now();
    inWork += 1;
    res.once("close", end);
    return true;
  };
}
