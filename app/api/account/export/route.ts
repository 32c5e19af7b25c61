import type { NextRequest } from "next/server";
import { isArchiveOpen } from "@/lib/accounts/archive.queries";
import { listOwnFiles, readOwnFile } from "@/lib/accounts/export.queries";
import { archiveOf } from "@/lib/accounts/export-archive";
import { tablesAsCsv } from "@/lib/accounts/export-tables";
import { exportAccount } from "@/lib/accounts/queries";
import { listTextsRead } from "@/lib/consents/in-force.queries";
import { spend } from "@/lib/core/auth/rate-limit";
import { tooOftenHeaders } from "@/lib/core/auth/too-often";
import { getBareViewer } from "@/lib/core/auth/viewer";
import { log } from "@/lib/core/log";
import { rowId } from "@/lib/core/text/fields";

const HEADERS = { "cache-control": "private, no-store" };

/**
 * One's own data as an archive: `account.json`, its tables as CSV, then the files one brought; open to every signed-in
 * account, whatever its status. `?of=` is somebody else's, for the administrator who has just prepared it.
 */
export async function GET({ nextUrl }: NextRequest): Promise<Response> {
  const viewer = await getBareViewer();
  const of = rowId.safeParse(nextUrl.searchParams.get("of") ?? viewer?.accountId);
  const accountId = of.data ?? "";
  const isOwn = viewer?.accountId === accountId;
  if (!viewer || !of.success || !(isOwn || (await isArchiveOpen(viewer, accountId)))) {
    return new Response(null, { status: 404, headers: HEADERS });
  }
  try {
    await spend("export", viewer.accountId);
  } catch (error) {
    const headers = { ...HEADERS, ...tooOftenHeaders(error) };
    return new Response(null, { status: 429, headers });
  }
  const person = { accountId };
  const files = await listOwnFiles(person);
  const listed = files.map(({ path, title }) => ({ path, title }));
  const texts = await listTextsRead(person);
  const held = { ...(await exportAccount(person)), texts, files: listed };
  const account = JSON.stringify(held, null, 2);
  log.info({ event: "account.exported", accountId, by: viewer.accountId, files: files.length });
  const archive = archiveOf([
    { path: "account.json", read: async () => Buffer.from(account) },
    ...tablesAsCsv(held.tables),
    ...files.map((file) => ({ path: file.path, read: () => readOwnFile(person, file) })),
  ]);
  return new Response(archive, {
    headers: {
      ...HEADERS,
      "content-type": "application/zip",
      "content-disposition": 'attachment; filename="club-account.zip"',
    },
  });
}
