import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { compileAhead } from "./compile-ahead.mjs";

const digestOf = (text) => createHash("sha256").update(text).digest("base64");
const REACT = "(()=>{hydrate()})();";

/** A build of three scripts, two of which every page starts with. */
function makeBuild(files = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ahead-"));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  const all = {
    "build-manifest.json": JSON.stringify({
      rootMainFiles: ["static/chunks/1o4p_react.js", "static/chunks/0start.js"],
    }),
    "static/chunks/1o4p_react.js": REACT,
    "static/chunks/0start.js": "start();",
    "static/chunks/2late.js": "later();",
    "server/app/page.js": `é "/_next/static/chunks/1o4p_react.js" sha256-${digestOf(REACT)}`,
    "server/app/logo.ico": Buffer.from([0, 255, 250, 1]),
    "cache/kept.sst": "1o4p_react",
    ...files,
  };
  for (const [name, bytes] of Object.entries(all)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), bytes);
  }
  return { folder, read: (name) => fs.readFileSync(path.join(folder, name)) };
}

test("a script of every page is compiled ahead, by a name and an integrity of its own", () => {
  const { folder, read } = makeBuild();
  compileAhead(folder);
  const [name] = JSON.parse(read("build-manifest.json")).rootMainFiles;
  expect(name).toMatch(/^static\/chunks\/1o4p_react-\w{8}\.js$/);
  const script = read(name).toString();
  expect(script).toBe(`//# allFunctionsCalledOnLoad\n${REACT}`);
  expect(read("server/app/page.js").toString()).toBe(
    `é "/_next/${name}" sha256-${digestOf(script)}`,
  );
  expect(fs.readdirSync(path.join(folder, "static/chunks"))).toHaveLength(3);
  expect(read("static/chunks/2late.js").toString()).toBe("later();");
  expect([...read("server/app/logo.ico")]).toEqual([0, 255, 250, 1]);
  expect(read("cache/kept.sst").toString()).toBe("1o4p_react");
});

test("the same bytes get the same name, other bytes another", () => {
  const names = [REACT, REACT, `${REACT}//`].map((bytes) => {
    const { folder, read } = makeBuild({ "static/chunks/1o4p_react.js": bytes });
    compileAhead(folder);
    return JSON.parse(read("build-manifest.json")).rootMainFiles[0];
  });
  expect(names[0]).toBe(names[1]);
  expect(names[2]).not.toBe(names[0]);
});

test("a build with a script that names one of them by the old name does not pass for whole", () => {
  const { folder } = makeBuild({ "static/chunks/2late.js": 'load("static/chunks/1o4p_react.js")' });
  expect(() => compileAhead(folder)).toThrow("names static/chunks/1o4p_react.js");
});
