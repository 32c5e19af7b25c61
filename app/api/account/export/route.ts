import { exportAccount } from "@/lib/accounts/queries";
import { spend } from "@/lib/core/auth/rate-limit";
import { tooOftenHeaders } from "@/lib/core/auth/too-often";
import { getViewer } from "@/lib/core/auth/viewer";
import { log } from "@/lib/core/log";

const HEADERS = { "cache-control": "private, no-store" };

/** One's own data as a JSON file; open to every signed-in account, whatever its status. */
export async function GET(): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return new Response(null, { status: 404, headers: HEADERS });
  try {
    await spend("write", viewer.accountId);
  } catch (error) {
    const headers = { ...HEADERS, ...tooOftenHeaders(error) };
    return new Response(null, { status: 429, headers });
  }
  const content = JSON.stringify(await exportAccount(viewer), null, 2);
  log.info({ event: "account.exported", accountId: viewer.accountId });
  return new Response(content, {
    headers: {
      ...HEADERS,
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="club-account.json"',
    },
  });
}
