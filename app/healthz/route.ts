export const dynamic = "force-dynamic";

/** The process is alive; nothing is said of its database. */
export function GET() {
  return new Response("ok\n");
}
