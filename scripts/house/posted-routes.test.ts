import { expect, test } from "vitest";
import { listFiles, readSource } from "./house-files";

/** Where a post is let in by a token instead of an origin and a session. */
const BY_TOKEN = ["app/api/unsubscribe/route.ts"];

const posted = listFiles("app", /^route\.tsx?$/).filter((file) =>
  /^export (?:const|(?:async )?function) (?:POST|PUT|PATCH|DELETE)\b/m.test(readSource(file)),
);

/** The source of the file that the route's handler comes from. */
function sourceOfHandler(file: string): string {
  const source = readSource(file);
  const name = /^export const POST = (\w+);/m.exec(source)?.[1];
  const from = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "@/([^"]+)"`).exec(
    source,
  )?.[1];
  return from ? readSource(`${from}.ts`) : "";
}

test("every post that is no action comes through route(…), or by a token through tokenRoute(…)", () => {
  const made = Object.fromEntries(
    posted.map((file) => [file, / = (route|tokenRoute)(?=[(<])/.exec(sourceOfHandler(file))?.[1]]),
  );
  const wanted = Object.fromEntries(
    posted.map((file) => [file, BY_TOKEN.includes(file) ? "tokenRoute" : "route"]),
  );
  expect(posted).toEqual(expect.arrayContaining(BY_TOKEN));
  expect(made).toEqual(wanted);
});

test("every read that a limit may refuse says when to ask again", () => {
  const limited = listFiles("app", /^route\.tsx?$/).filter((file) =>
    /\bspend\(/.test(readSource(file)),
  );
  expect(limited.length).toBeGreaterThan(4);
  const silent = limited.filter(
    (file) =>
      !/status: 429, headers/.test(readSource(file)) || !/tooOftenHeaders\(/.test(readSource(file)),
  );
  expect(silent).toEqual([]);
});
