import "server-only";
import { cookies } from "next/headers";
import type { AuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import { decode } from "next-auth/jwt";
import { env, isPlainHttp } from "../env";

import { SESSION_LIFE } from "./session-life";
import { newToken } from "./tokens";

const maxAge = SESSION_LIFE.days * 86_400;

/** The cookie's full name: bound to this host, except on plain-http localhost. */
export const cookieName = (name: string) =>
  isPlainHttp() ? `club-${name}` : `__Host-club-${name}`;

/** Out of reach for scripts and other sites; lives so many seconds. */
export function cookieOptions(seconds: number) {
  return {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: !isPlainHttp(),
    maxAge: seconds,
  } as const;
}

/** What next-auth reads a session with. `providers` stays empty: signing in is an action of ours. */
export const authOptions = (adapter: Adapter): AuthOptions => ({
  adapter,
  providers: [],
  secret: env().AUTH_SECRET,
  session: { strategy: "database", maxAge },
  cookies: { sessionToken: { name: cookieName("session"), options: cookieOptions(maxAge) } },
  callbacks: {
    session: ({ session, user }) => ({ expires: session.expires, viewer: user.viewer }),
  },
});

/** Gives the browser the session's secret. Only in an action or a route handler. */
export async function writeSessionCookie(sessionToken: string): Promise<void> {
  (await cookies()).set(cookieName("session"), sessionToken, cookieOptions(maxAge));
}

/** Emptied with all its attributes: a browser ignores whoever would delete a `__Host-` cookie without `Secure`. */
export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(cookieName("session"), "", cookieOptions(0));
}

/** The session's secret from the request's cookie, or null. */
export async function readSessionToken(): Promise<string | null> {
  const cookie = (await cookies()).get(cookieName("session"))?.value;
  return cookie ? secretOf(cookie) : null;
}

/**
 * The session's secret in a cookie. It was once kept encrypted (a JWE, for 30 days at most): such a cookie still opens its
 * session, and gives way to a plain one at the first request that may set cookies (a form, an address that answers data).
 */
export async function secretOf(cookie: string): Promise<string | null> {
  if (!cookie.includes(".")) return cookie;
  const old = await decode({ token: cookie, secret: env().AUTH_SECRET }).catch(() => null);
  if (!old?.sub) return null;
  await writeSessionCookie(old.sub).catch(() => {});
  return old.sub;
}

/** A random id of this browser that a mailed code is bound to; made when it is missing. */
export async function browserId(): Promise<string> {
  const jar = await cookies();
  const name = cookieName("browser");
  const known = jar.get(name)?.value;
  if (known) return known;
  const fresh = newToken();
  jar.set(name, fresh, cookieOptions(3600));
  return fresh;
}
