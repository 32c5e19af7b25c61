import { spawn } from "node:child_process";
import { ensureDataDir } from "./launch/data-dir.mjs";
import { keepPostgres, separateRoles } from "./launch/database.mjs";
import { databaseEnvironment, environment } from "./launch/environment.mjs";
import { checkNode, ensureInstalled } from "./launch/install.mjs";
import { explain } from "./launch/log.mjs";
import { ROOT, typescript } from "./launch/run.mjs";
import { loadDotEnv, readSettings } from "./launch/settings.mjs";

/** `npm run club -- …`: the operator's command, on the database that `npm start` uses, whether it runs or not. */
async function club(args) {
  checkNode();
  loadDotEnv();
  const settings = readSettings();
  ensureDataDir(settings.dataDir);
  await ensureInstalled();
  const env = environment(settings);
  const server = settings.databaseUrl
    ? null
    : await keepPostgres(settings.dataDir, settings.databasePort);
  const urls =
    server ?? (await separateRoles(settings.databaseUrl, settings.ownerUrl, env.AUTH_SECRET));
  const child = spawn(process.execPath, typescript("scripts/club.ts", ...args), {
    cwd: ROOT,
    env: { ...env, ...databaseEnvironment(urls) },
    stdio: "inherit",
  });
  process.exitCode = await new Promise((resolve) =>
    child.once("exit", (code) => resolve(code ?? 1)),
  );
  await server?.stop();
}

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
club(process.argv.slice(2)).catch((error) => {
  explain(error);
  process.exitCode = 1;
});
