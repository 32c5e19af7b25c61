import { afterEach, beforeEach, expect, test } from "vitest";
import { type FileState, watchFile } from "./watch-file";

const LED = "http://localhost/fr/account/profile?notice=portraitSaved";
const REFUSED = "http://localhost/fr/account/profile?refused=imageTooLarge";

const chosen = { id: "portrait-file", value: "" };
const form = Object.assign(new EventTarget(), {
  ...{ action: "/api/x", querySelector: () => chosen, submit: () => told.push("submit") },
});
const profile = { id: "profile", requestSubmit: (by: unknown) => told.push(by) };
const button = { name: "save" };

let told: unknown[] = [];
let asked = 0;
let answer: () => Promise<object>;
let page: EventTarget;
let stop = () => {};

const leads =
  (url: string, change = {}) =>
  async () => ({
    ...{ status: 200, redirected: true, url, text: async () => "La photo est trop lourde." },
    ...change,
  });

beforeEach(() => {
  told = [];
  asked = 0;
  chosen.value = "C:\\fakepath\\moi.jpg";
  answer = leads(LED);
  page = new EventTarget();
  const browser = Object.assign(page, {
    fetch: () => {
      asked += 1;
      return answer();
    },
    location: { assign: (url: string) => told.push(url) },
    FormData: class {},
    DOMParser: class {
      parseFromString = (html: string) => ({
        getElementById: (id: string) => (id === "portrait-error" ? { textContent: html } : null),
      });
    },
  });
  const tell = (state: FileState) => told.push(state.status === "failed" ? state : state.status);
  stop = watchFile(form as never, { before: "profile", tell }, browser as never);
});

afterEach(() => stop());

/** Sends a form of the page; gives whether the browser, and what listens below, still does. */
function send(target: object): boolean {
  const event = new Event("submit", { cancelable: true });
  Object.defineProperty(event, "target", { value: target });
  Object.assign(event, { submitter: button });
  return page.dispatchEvent(event);
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

test("a file is sent once, however often its button is pressed, and leads where its answer says", async () => {
  expect([send(form), send(form)]).toEqual([false, false]);
  await settle();
  // Until the page it led to has come.
  send(form);
  expect([asked, ...told]).toEqual([1, "sending", LED]);
});

test.each([
  ["comes back to the page", () => page.dispatchEvent(new Event("pageshow"))],
  ["stays there and chooses another", () => form.dispatchEvent(new Event("change"))],
])("whoever %s sends another file", async (_how, happens) => {
  send(form);
  await settle();
  happens();
  send(form);
  await settle();
  expect([asked, ...told]).toEqual([2, "sending", LED, "still", "sending", LED]);
});

test.each([
  ["breaks", async () => Promise.reject(new TypeError("network"))],
  ["finds no database", leads("http://localhost/api/x", { status: 503, redirected: false })],
])("a sending that %s says so and leaves the page as it is", async (_how, comes) => {
  answer = comes;
  send(form);
  await settle();
  expect(told).toEqual(["sending", { status: "failed", words: null }]);
  expect(chosen.value).not.toBe("");
  answer = leads(LED);
  send(form);
  await settle();
  expect(told.at(-1)).toBe(LED);
});

test("what is no answer of the portal's is shown by the browser", async () => {
  answer = leads("http://localhost/api/x", { status: 413, redirected: false });
  send(form);
  await settle();
  expect(told).toEqual(["sending", "submit"]);
});

test("the form that takes the file along waits until it is taken, and goes by its own button", async () => {
  expect(send(profile)).toBe(false);
  await settle();
  expect(told).toEqual(["sending", "still", button]);
  expect(chosen.value).toBe("");
  expect(send(profile)).toBe(true);
});

test("a file that is not taken keeps the other form from leading away, and says why", async () => {
  answer = leads(REFUSED);
  send(profile);
  await settle();
  expect(told).toEqual(["sending", { status: "failed", words: "La photo est trop lourde." }]);
});

test("forms that have nothing to do with it are left alone", () => {
  expect(send({ id: "sign-out" })).toBe(true);
  chosen.value = "";
  expect(send(profile)).toBe(true);
  expect(asked).toBe(0);
});
