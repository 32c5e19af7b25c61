import http from "node:http";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { htmlFaults } from "../house/html-rules";
import { isFormReadable } from "./form-body.mjs";
import { listenWhileTested } from "./listen-while-tested.mjs";
import { replaceEmptyDocuments } from "./missing-page.mjs";
import { LABELS, WORDS } from "./refusal-words.mjs";
import { refuse } from "./refusals.mjs";
import { contentPolicy } from "./response-headers.mjs";

const LOCALES = Object.keys(WORDS);
const STATUSES = Object.keys(WORDS.fr).map(Number);

/** The front with nothing behind it: what it asks for is the status of its address, `/en/503`. */
const server = http.createServer(async (req, res) => {
  await isFormReadable(req);
  const policy = contentPolicy("the-nonce");
  const status = Number(req.url.match(/\d{3}/)[0]);
  if (!req.url.includes("wordless")) return refuse(req, res, status, policy);
  replaceEmptyDocuments(req, res, { fail: (raw, code) => refuse(req, raw, code, policy) });
  res.setHeader("Retry-After", "120");
  res.writeHead(status);
  res.end();
});

const origin = listenWhileTested(server);
beforeAll(() => {
  vi.stubEnv("CLUB_CONTACT", "secretariat@example.org");
  vi.stubEnv("CLUB_NAME", "Club <b> & Cie");
});
afterAll(() => vi.unstubAllEnvs());

async function ask(path, options = {}) {
  const answer = await fetch(origin() + path, { ...options, headers: { accept: "text/html" } });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

function post(path, fields) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return ask(path, { method: "POST", body });
}

describe.each(LOCALES)("in %s", (locale) => {
  test("each refusal is a small whole page that says what happened and what to do", async () => {
    expect(Object.keys(WORDS[locale]).map(Number)).toEqual(STATUSES);
    for (const status of STATUSES) {
      const answer = await ask(`/${locale}/${status}?a=1&b=<`);
      expect([answer.status, answer.headers.get("content-language")]).toEqual([status, locale]);
      const [title, text] = WORDS[locale][status];
      expect(answer.text).toContain(`<h1>${title.slice(0, -1)}</h1>`);
      expect(answer.text).toContain(text.replace("{minutes}", "1"));
      expect(await htmlFaults(answer.text)).toEqual([]);
      expect(Buffer.byteLength(answer.text)).toBeLessThan(6000);
    }
  });

  test("it stands in the house's look without a script, and its style carries the nonce", async () => {
    const { text } = await ask(`/${locale}/503`);
    expect(text).toContain('<style nonce="the-nonce">');
    expect(text).toContain("prefers-color-scheme:dark");
    expect(text).toContain("Club &#60;b&#62; &#38; Cie");
    expect(text).not.toMatch(/<script|style=|https?:/);
  });

  test("it leads to itself, to the beginning, to the other languages and to the club", async () => {
    const { text } = await ask(`/${locale}/503?a=1&b=2`);
    const links = [...text.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    for (const language of LOCALES) expect(links).toContain(`/${language}/503?a=1&#38;b=2`);
    expect(links).toContain(`/${locale}`);
    expect(links).toContain("mailto:secretariat@example.org");
  });
});

test("a form that met a 503 gets its words back, without its secrets", async () => {
  const typed = { words: "第一行 <b>", version: "3", password: "Secret words of mine" };
  const { status, text } = await post("/fr/503", typed);
  expect(status).toBe(503);
  expect(text).toContain("\n第一行 &#60;b&#62;</textarea>");
  expect(text).not.toContain("Secret words");
  expect(await htmlFaults(text)).toEqual([]);
});

test.each(LOCALES)("in %s it says not saved only where nothing can have been", async (locale) => {
  const { unsent, unsure } = LABELS[locale];
  for (const [status, said, unsaid] of [
    [408, unsent, unsure],
    [429, unsent, unsure],
    [500, unsure, unsent],
    [503, unsure, unsent],
  ]) {
    const { text } = await post(`/${locale}/${status}`, { words: "第一行" });
    expect(text).toContain(`<p>${said}</p>`);
    expect(text).not.toContain(unsaid);
  }
});

test("what is asked for too often and has no words of its own says when to come back", async () => {
  const { status, headers, text } = await ask("/en/429/wordless");
  expect([status, headers.get("retry-after")]).toEqual([429, "120"]);
  expect(text).toContain("Try again in 2 min.");
});

test("French has no plain space before a colon or the like, Chinese no Latin punctuation", () => {
  expect(JSON.stringify([WORDS.fr, Object.values(LABELS.fr)])).not.toMatch(/ [:;!?»]/);
  expect(Object.values(LABELS.zh).join()).not.toMatch(/[:;!?.]/);
});

test("no address leads to another site", async () => {
  const { text } = await ask("//evil.example/fr/503");
  expect(text).not.toMatch(/href="\/\//);
});
