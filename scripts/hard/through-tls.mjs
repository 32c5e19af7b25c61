import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { run } from "../launch/run.mjs";
import { startTlsProxy } from "./tls-proxy.mjs";
import { startWebServer } from "./web-server.mjs";

const SPECS = ["node_modules/@playwright/test/cli.js", "test"];

/** The specs of `e2e/hard` on a web server behind a proxy that ends TLS: what Playwright counted. */
export async function tryThroughTls({ env, CHROMIUM_PATH, only = [] }) {
  let server;
  const proxy = await startTlsProxy(() => server.port);
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "club-hard-")), "report.json");
  try {
    server = await startWebServer(
      { ...env, TRUSTED_PROXIES: "127.0.0.1" },
      { origin: proxy.origin, name: "tls-portal" },
    );
    await run(process.execPath, [...SPECS, ...only], {
      show: true,
      env: {
        ...process.env,
        ...env,
        APP_ORIGIN: proxy.origin,
        CHROMIUM_PATH,
        E2E_REPORT: report,
        HARD_LOG: server.log,
        NODE_OPTIONS: "--conditions=react-server",
      },
    });
    const { stats } = JSON.parse(fs.readFileSync(report, "utf8"));
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  } finally {
    await server?.end();
    await proxy.stop();
    fs.rmSync(path.dirname(report), { recursive: true, force: true });
  }
}
