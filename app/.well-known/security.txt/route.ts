import { DAY_MS } from "@/lib/core/dates";
import { env } from "@/lib/core/env";

export const dynamic = "force-dynamic";

const PATH = "/.well-known/security.txt";
const VALID_DAYS = 180;

/** Whom to tell of a weakness (RFC 9116). Its end is counted from today: a portal that runs has somebody who reads. */
export function GET() {
  const { APP_ORIGIN, CLUB_CONTACT } = env();
  const expires = new Date(Date.now() + VALID_DAYS * DAY_MS);
  expires.setUTCHours(0, 0, 0, 0);
  const lines = [
    `Contact: mailto:${CLUB_CONTACT}`,
    `Expires: ${expires.toISOString().replace(".000", "")}`,
    "Preferred-Languages: fr, en, zh",
    `Canonical: ${APP_ORIGIN}${PATH}`,
  ];
  return new Response(`${lines.join("\n")}\n`, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    },
  });
}
