import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { print } from "../launch/log.mjs";
import { run } from "../launch/run.mjs";
import { stacksIn } from "./server-log.mjs";
import { startTlsProxy } from "./tls-proxy.mjs";
import { startWebServer } from "./web-server.mjs";

const PLAYWRIGHT = ["node_modules/@playwright/test/cli.js", "test"];

/** A port on which no database answers. */
const NOBODY = "postgres://nobody:nobody@127.0.0.1:9/nobody";

/**
 * The specs of `e2e/hard` on a web server behind a proxy that ends TLS: what Playwright counted, and the stacks in its log.
 * After `timeout` ms Playwright is killed.
 */
export async function tryThroughTls({ env, CHROMIUM_PATH }, timeout) {
  const servers = [];
  const proxy = await startTlsProxy(() => servers[0].port);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "club-hard-"));
  const report = path.join(folder, "report.json");
  const start = async (name, more) => {
    const options = { origin: proxy.origin, name };
    const server = await startWebServer({ ...env, TRUSTED_PROXIES: "127.0.0.1", ...more }, options);
    servers.push(server);
    return server;
  };
  try {
    const server = await start("tls-portal");
    const away = await start("tls-away", { DATABASE_URL: NOBODY });
    const { signal } = await run(process.execPath, PLAYWRIGHT, {
      show: true,
      timeout,
      env: {
        ...process.env,
        ...env,
        APP_ORIGIN: proxy.origin,
        CHROMIUM_PATH,
        E2E_REPORT: report,
        HARD_AWAY: `http://localhost:${away.port}`,
        NODE_OPTIONS: "--conditions=react-server",
      },
    });
    if (signal) throw new Error(`Playwright ended by ${signal}, limit ${timeout / 1000} s`);
    const { stats } = JSON.parse(fs.readFileSync(report, "utf8"));
    const stacks = stacksIn(server.log);
    for (const stack of stacks) print(stack);
    return {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + stacks.length,
      stacks: stacks.length,
    };
  } finally {
    await Promise.all(servers.map((server) => server.end()));
    await proxy.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
