import { isFile } from "./refusals.mjs";

/** Pages that are drawn at the same time: more would make none of them quicker. */
const AT_ONCE = 16;
/** Who would wait longer for their turn is told at once to come back. */
const IN_TIME_MS = 8000;
/** Of how many of the latest pages the pace is that of, by and large. */
const LATEST = 16;
/** The pace as long as none is known. */
const FIRST_MS = 100;

/** A form is never held up, nor what lasts as long as its reader's line is slow: files, what is up- or downloaded. */
const isPage = ({ headers, method, url }) =>
  method !== "POST" &&
  (url.startsWith("/api/") ? String(headers.accept).includes("application/json") : !isFile(url));

/**
 * Gives `turn(req, res)`, which settles when a request may be worked on: with true; or at once with false, when that would
 * come too late. From the pace at which pages are drawn while others wait it is known how long the last of them waits.
 */
export function pageTurns(now = () => performance.now()) {
  /** What lets each of those in who wait; who goes away waits no more. */
  const waiting = new Set();
  let drawing = 0;
  let paceMs = FIRST_MS;
  let latest = 0;

  function end() {
    const ended = now();
    if (drawing === AT_ONCE) paceMs += (ended - latest - paceMs) / LATEST;
    latest = ended;
    drawing -= 1;
    const [letIn] = waiting;
    letIn?.();
  }

  function begin(res) {
    drawing += 1;
    if (drawing === AT_ONCE) latest = now();
    const { writeHead } = res;
    let isDrawn = false;
    const drawn = () => {
      if (!isDrawn) {
        isDrawn = true;
        end();
      }
    };
    // A page is drawn once its head goes out: whoever reads the rest of it slowly holds up nobody.
    res.writeHead = (...head) => {
      drawn();
      return writeHead.apply(res, head);
    };
    res.once("close", drawn);
  }

  return async function turn(req, res) {
    if (!isPage(req)) return true;
    if (drawing < AT_ONCE) begin(res);
    else if ((waiting.size + 1) * paceMs > IN_TIME_MS) return false;
    else {
      await new Promise((resolve) => {
        const letIn = () => {
          waiting.delete(letIn);
          begin(res);
          resolve();
        };
        waiting.add(letIn);
        res.once("close", () => waiting.delete(letIn));
      });
    }
    return true;
  };
}
