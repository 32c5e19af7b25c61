import { expect, test } from "vitest";
import { run } from "./run.mjs";

const node = (script, options) => run(process.execPath, ["-e", script], options);

test("what a command printed is given back with how it ended", async () => {
  const script = "console.log('out'); console.error('err'); process.exitCode = 3";
  expect(await node(script)).toEqual({
    code: 3,
    signal: null,
    output: expect.stringMatching(/out/),
  });
});

test("a command that leaves somebody at its output has ended all the same", async () => {
  const script = `const { spawn } = require("node:child_process");
    const left = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"], { stdio: "inherit" });
    left.unref();
    console.log(left.pid);
    process.exit(1);`;
  const { code, output } = await node(script);
  process.kill(Number(output), "SIGKILL");
  expect(code).toBe(1);
});

test("a command that does not end in its time is killed", async () => {
  expect(await node("setTimeout(() => {}, 60_000)", { timeout: 200 })).toMatchObject({
    ...{ code: 1, signal: "SIGKILL" },
  });
});
