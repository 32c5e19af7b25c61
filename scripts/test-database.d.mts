export function provideDatabase(): Promise<{
  env: Record<"DATABASE_URL" | "DATABASE_OWNER_URL" | "WEB_ROLE" | "DATA_DIR", string>;
  remove: () => Promise<void>;
}>;
