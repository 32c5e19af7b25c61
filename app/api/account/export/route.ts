import { listOwnFiles, readOwnFile } from "@/lib/accounts/export.queries";
import { archiveOf } from "@/lib/accounts/export-archive";
import { exportAccount } from "@/lib/accounts/queries";
import { listTextsRead } from "@/lib/consents/in-force.queries";
import { spend } from "@/lib/core/auth/rate-limit";
import { tooOftenHeaders } from "@/lib/core/auth/too-often";
import { getBareViewer } from "@/lib/core/auth/viewer";
import { log } from "@/lib/core/log";

const HEADERS = { "cache-control": "private, no-store" };

/**
 * One's own data as an archive: `account.json`, then the files one brought; open to every signed-in account, whatever its
 * status.
 */
export async function GET(): Promise<Response> {
  const viewer = await getBareViewer();
  if (!viewer) return new Response(null, { status: 404, headers: HEADERS });
  try {
    await spend("export", viewer.accountId);
  } catch (error) {
    const headers = { ...HEADERS, ...tooOftenHeaders(error) };
    return new Response(null, { status: 429, headers });
  }
  const files = await listOwnFiles(viewer);
  const listed = files.map(({ path, title }) => ({ path, title }));
  const texts = await listTextsRead(viewer);
  const held = { ...(await exportAccount(viewer)), texts, files: listed };
  const account = JSON.stringify(held, null, 2);
  log.info({ event: "account.exported", accountId: viewer.accountId, files: files.length });
  const archive = archiveOf([
    { path: "account.json", read: async () => Buffer.from(account) },
    ...files.map((file) => ({ path: file.path, read: () => readOwnFile(viewer, file) })),
  ]);
  return new Response(archive, {
    headers: {
      ...HEADERS,
      "content-type": "application/zip",
      "content-disposition": 'attachment; filename="club-account.zip"',
    },
  });
}
