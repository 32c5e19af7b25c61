import { expect, test } from "vitest";
import { path } from "../core/paths";
import { queueFilters, readPlace } from "./queue.schema";
import { backToQueue, dossierOf, leadOn, openedFrom } from "./queue-address";

const id = "8e3a5c1e-0d6b-4c0a-9d1a-3f2b7a9c5d10";
const place = { kind: "project", id, submittedAt: new Date("2026-11-25T10:00:00Z") } as const;
const read = (address: string) => Object.fromEntries(new URL(address, "http://club").searchParams);

test("a decision goes on from where its page was opened, under the same filters", () => {
  const asked = queueFilters.parse({ kind: "project", taken: "nobody", late: "no" });
  const page = path("fr", dossierOf(place), openedFrom(place, asked)).slice("/fr".length);
  const next = leadOn(`${page}&notice=noteAdded`, "/admin");
  expect(next).toMatch(/^\/admin\/next\?/);
  expect(queueFilters.parse(read(next))).toEqual(asked);
  expect(readPlace(read(next))).toEqual(place);
  expect(read(next).notice).toBeUndefined();
});

test("the way back is to the list as it was narrowed", () => {
  expect(backToQueue(`/admin/claims/${id}?since=x&kind=claim&late=yes&notice=noteAdded`)).toBe(
    "/admin?kind=claim&late=yes",
  );
  expect(backToQueue(`/admin/claims/${id}`)).toBe("/admin");
});

test.each([
  ["nowhere", undefined],
  ["a page opened by a mail", `/admin/projects/${id}`],
  ["another page", "/admin/applications?since=2026-11-25"],
])("from %s it goes where it always went", (_, page) => {
  expect(leadOn(page, "/admin/applications")).toBe("/admin/applications");
});

test.each([
  {},
  { of: "project", after: id },
  { of: "planet", after: id, since: "2026-11-25" },
  { of: "project", after: "x", since: "2026-11-25" },
  { of: "project", after: id, since: "tomorrow" },
])("%j is no place", (asked) => {
  expect(readPlace(asked)).toBeNull();
});
