import { startPostgres } from "../embedded-postgres.mjs";
import { ensureDataDir } from "./data-dir.mjs";
import { separateRoles } from "./database.mjs";
import { databaseEnvironment, environment } from "./environment.mjs";
import { loadDotEnv, readSettings } from "./settings.mjs";

/** Gives this process the settings and the database of `npm start`, running or not; gives back what lets go of them. */
export async function openPortal() {
  loadDotEnv();
  const settings = readSettings();
  ensureDataDir(settings.dataDir);
  Object.assign(process.env, environment(settings));
  const { dataDir, databasePort: port, databaseUrl, ownerUrl } = settings;
  const server = databaseUrl ? null : await startPostgres({ dataDir, port });
  const secret = process.env.AUTH_SECRET;
  const urls = await separateRoles(
    server?.webUrl ?? databaseUrl,
    server?.ownerUrl ?? ownerUrl,
    secret,
  );
  Object.assign(process.env, databaseEnvironment(urls));
  return async () => server?.stop();
}
