import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import type { DateNotes } from "@/lib/core/date-notes";
import { GET } from "./route";

const ask = async (query: string) => {
  const response = GET(new NextRequest(`http://localhost:3000/api/dates?${query}`));
  return response.status === 200 ? ((await response.json()) as DateNotes) : response.status;
};

test.each([
  ["a holiday", "locale=en&from=2026-07-14", 1, 0],
  ["a minute of one", "locale=zh&from=2026-07-14T18:30", 1, 0],
  ["several days", "locale=fr&from=2026-10-01&to=2026-10-10", 1, 1],
  ["a last day before the first", "locale=fr&from=2026-07-14&to=2026-07-01", 1, 0],
  ["an ordinary day", "locale=fr&from=2026-12-01", 0, 0],
  ["no day", "locale=fr&from=2026-02-30", 0, 0],
  ["nothing", "locale=fr&from=", 0, 0],
])("%s", async (_, query, warnings, notes) => {
  const said = await ask(query);
  expect(said).toEqual({
    warnings: Array(warnings).fill(expect.anything()),
    notes: Array(notes).fill(expect.anything()),
  });
});

test("in no language of the portal it is not found", async () => {
  expect(await ask("locale=de&from=2026-07-14")).toBe(404);
});
