import http from "node:http";
import { describe, expect, test } from "vitest";
import { SECRET as NEVER_ECHOED } from "@/lib/core/text/read-form";
import { isFormReadable, sentForm } from "./form-body.mjs";
import { answerGoneForm } from "./gone-form.mjs";
import { listenWhileTested } from "./listen-while-tested.mjs";
import { replaceEmptyDocuments } from "./missing-page.mjs";
import { contentPolicy } from "./response-headers.mjs";
import { sentAction } from "./sent-action.mjs";
import { SECRET } from "./typed-words.mjs";

const KNOWN = "7f".padEnd(42, "0");
const OTHER = "7f".padEnd(42, "1");
const GONE = "60".padEnd(42, "a");
const names = new Map([
  [KNOWN, "saveProfileAction"],
  [OTHER, "signOutAction"],
]);

/** The front with a build behind it that answers as Next does what it does not know; the contract is tried in e2e. */
const server = http.createServer(async (req, res) => {
  const answerGone = (raw) => answerGoneForm(req, raw, contentPolicy("the-nonce"));
  const fail = (raw, code) => {
    raw.writeHead(code);
    raw.end("refused");
  };
  replaceEmptyDocuments(req, res, { port: 0, fail, answerGone });
  await isFormReadable(req);
  const form = JSON.stringify([...(sentForm(req) ?? []), req.headers["next-action"]]);
  if (form.includes(GONE) || form.includes("passwd")) {
    res.setHeader("x-nextjs-action-not-found", "1");
    res.statusCode = form.includes(GONE) ? 409 : 400;
    return res.end("Server action not found.");
  }
  res.end(JSON.stringify(sentAction(req, names)));
});

const origin = listenWhileTested(server);

async function post(path, fields, headers = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const accept = "next-action" in headers ? "text/x-component" : "text/html";
  const answer = await fetch(origin() + path, {
    method: "POST",
    body,
    headers: { accept, ...headers },
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

const drawn = (id) => ({ $ACTION_REF_1: "", "$ACTION_1:0": `{"id":"${id}","bound":"$@1"}` });
const typed = {
  _key: "never~shown",
  version: "3",
  slug: "atelier-lyon",
  "title.fr": "Atelier <b>de</b> soie & Cie",
  words: "第一行\n第二行",
  familyName: "Vernoux",
  password: "Secret words of mine",
};

describe("which action a post is for", () => {
  test.each([
    ["a form's", drawn(KNOWN), {}, "saveProfileAction"],
    ["a script's", {}, { "next-action": KNOWN }, "saveProfileAction"],
    [
      "a script's, however often it is said",
      drawn(KNOWN),
      { "next-action": KNOWN },
      "saveProfileAction",
    ],
    ["that no build makes", { $ACTION_ID_: "" }, {}, ""],
    ["of two, since one form is for one", drawn(KNOWN), { "next-action": OTHER }, ""],
    ["none", { words: "x" }, {}, ""],
  ])("%s", async (_name, fields, headers, sent) => {
    expect(JSON.parse((await post("/fr", fields, headers)).text)).toBe(sent);
  });

  test("that cannot be one is refused, by script or without", async () => {
    for (const headers of [{}, { "next-action": "x" }]) {
      const { status, text } = await post("/fr", { words: "../../etc/passwd" }, headers);
      expect([status, text]).toEqual([400, "refused"]);
    }
  });
});

describe("a form whose action an update took away", () => {
  test.each([
    ["fr", "Rouvrir le formulaire"],
    ["en", "Open the form again"],
    ["zh", "重新打开表单"],
  ])("gives what was written back in %s, with a way to the form", async (locale, words) => {
    const { status, headers, text } = await post(`/${locale}/apply/plan?a=1&b=2`, {
      ...drawn(GONE),
      ...typed,
    });
    expect(status).toBe(409);
    expect(headers.get("content-language")).toBe(locale);
    expect(text).toContain(`<a href="/${locale}/apply/plan?a=1&#38;b=2">${words}</a>`);
    expect(text).toContain("\nAtelier &#60;b&#62;de&#60;/b&#62; soie &#38; Cie</textarea>");
    expect(text).toMatch(/\n第一行\r?\n第二行<\/textarea>/);
    expect(text).toContain("\nVernoux</textarea>");
    expect(text).toContain('<style nonce="the-nonce">');
    expect(text).not.toMatch(/never~shown|atelier-lyon|Secret|<b>de/);
  });

  test("leads to no other site", async () => {
    const { text } = await post("//evil.example/fr", drawn(GONE));
    expect(text).toContain('<a href="/evil.example/fr">');
  });

  test("is told to the page's script by the header it knows", async () => {
    const { status, headers, text } = await post("/fr", typed, { "next-action": GONE });
    expect([status, headers.get("x-nextjs-action-not-found")]).toEqual([409, "1"]);
    expect(text).not.toContain("Vernoux");
  });
});

test("what a page never echoes is not given back here either", () => {
  expect(SECRET).toEqual(NEVER_ECHOED);
});
