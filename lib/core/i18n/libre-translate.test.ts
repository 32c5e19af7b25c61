import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { log } from "../log";
import { libreTranslate } from "./libre-translate";
import { chosenProvider, translateByProvider } from "./machine-translation";

const set = vi.hoisted(() => ({ TRANSLATION_PROVIDER: "libretranslate", TRANSLATION_URL: "" }));

vi.mock("../env", () => ({
  env: () => ({ ...set, TRANSLATION_KEY: "sesame", TRANSLATION_NAME: "LibreTranslate, Lyon" }),
}));

let answer: http.RequestListener = () => {};
const asked: { method?: string; url?: string; body: Record<string, string> }[] = [];
const server = http.createServer((request, response) => {
  let sent = "";
  request.on("data", (chunk) => {
    sent += chunk;
  });
  request.on("end", () => {
    const { method, url } = request;
    asked.push({ method, url, body: JSON.parse(sent || "{}") });
    answer(request, response);
  });
});

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  set.TRANSLATION_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/translate`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  asked.length = 0;
  vi.spyOn(log, "warn").mockImplementation(() => {});
});

afterEach(() => vi.restoreAllMocks());

const says = (body: unknown, status = 200): http.RequestListener => {
  return (_request, response) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
};

const ask = (texts = ["样品已寄出。"]) =>
  translateByProvider(libreTranslate, { texts, from: "auto", to: "fr" });

test("each text is sent by itself, with the key and what is to be made of it", async () => {
  answer = says({ translatedText: "Les échantillons sont partis." });
  expect(await ask(["样品已寄出。", "谢谢。"])).toEqual(
    Array(2).fill("Les échantillons sont partis."),
  );
  const rest = { source: "auto", target: "fr", format: "text", api_key: "sesame" };
  expect(asked).toEqual(
    ["样品已寄出。", "谢谢。"].map((q) => ({
      ...{ method: "POST", url: "/translate" },
      body: { q, ...rest },
    })),
  );
  expect(chosenProvider()?.name).toBe("LibreTranslate, Lyon");
});

test.each<[string, http.RequestListener]>([
  ["refuses", says({ error: "样品已寄出。" }, 403)],
  ["has a fault", says("样品已寄出。", 500)],
  ["answers no JSON", says("<html>样品已寄出。</html>")],
  ["answers another shape", says({ translatedText: ["样品已寄出。"] })],
  ["answers far too much", says({ translatedText: "x".repeat(600 * 1024) })],
  ["hangs up", (request) => request.socket.destroy()],
])("nothing comes of one that %s, and the log quotes no word", async (_case, listener) => {
  answer = listener;
  expect(await ask()).toBeNull();
  expect(log.warn).toHaveBeenCalledWith({
    event: "translation-failed",
    reason: expect.stringMatching(/^\w+$/),
  });
});

test("one that sends on to another address is not followed", async () => {
  const elsewhere = vi.fn(says({ translatedText: "Suivi." }));
  answer = (request, response) => {
    if (request.url !== "/translate") return elsewhere(request, response);
    response.writeHead(307, { location: "/elsewhere" });
    response.end();
  };
  expect(await ask()).toBeNull();
  expect(elsewhere).not.toHaveBeenCalled();
});

test("one that never answers is waited for twenty seconds", async () => {
  vi.spyOn(AbortSignal, "timeout").mockImplementation((most) => {
    expect(most).toBe(20_000);
    const soon = new AbortController();
    setTimeout(() => soon.abort(new DOMException("late", "TimeoutError")), 50);
    return soon.signal;
  });
  answer = () => {};
  expect(await ask()).toBeNull();
});
