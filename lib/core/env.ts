import "server-only";
import { z } from "zod";
import { TRANSLATION_PROVIDERS } from "./i18n/translation-providers";

const loopback = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
    APP_ORIGIN: z
      .url()
      .refine((value) => new URL(value).origin === value)
      .default("http://localhost:3000"),
    DATABASE_URL: z.url().optional(),
    AUTH_SECRET: z.string().min(32),
    SMTP_URL: z.url().optional(),
    MAIL_FROM: z.string().min(3).default("club@example.org"),
    DATA_DIR: z.string().default(".data"),
    CLUB_DEMO: z.enum(["0", "1"]).default("0"),
    CLUB_NAME: z.string().min(1).max(80).default("OnlyLyon China Business Club"),
    CLUB_CONTACT: z.string().min(3).default("secretariat@example.org"),
    TRANSLATION_PROVIDER: z
      .string()
      .refine((name) => name === "off" || Object.hasOwn(TRANSLATION_PROVIDERS, name))
      .default("off"),
  })
  .refine((env) => env.CLUB_DEMO === "0" || loopback.test(env.APP_ORIGIN), {
    path: ["CLUB_DEMO"],
    message: "demo mode needs a loopback APP_ORIGIN",
  });

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/**
 * The settings, parsed once at first use (a build needs none of them).
 * Throws an error that names the bad variables and never their values.
 */
export function env(): Env {
  if (!parsed) {
    const result = schema.safeParse(process.env);
    if (!result.success) {
      const names = [...new Set(result.error.issues.map((issue) => issue.path.join(".")))];
      throw new Error(`Missing or invalid settings: ${names.join(", ")}`);
    }
    parsed = result.data;
  }
  return parsed;
}

/** True on plain-http localhost, where cookies cannot be `Secure`. */
export function isPlainHttp(): boolean {
  return env().APP_ORIGIN.startsWith("http://");
}
