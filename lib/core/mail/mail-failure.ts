/** What the mail library and the system say of a letter that was not taken. */
type SmtpError = {
  code?: string;
  command?: string;
  response?: string;
  responseCode?: number;
  /** The system's code, where the library has put its own in its place. */
  originalCode?: unknown;
};

/** What an operator looks at first, by the system's code or the library's. */
const MEANS: Record<string, string> = {
  EAUTH: "user or password of SMTP_URL refused",
  ECONNECTION: "host or port of SMTP_URL not reached",
  ESOCKET: "connection or certificate refused",
  ETLS: "no TLS offered: use smtps:// or a server with STARTTLS",
  EDNS: "host of SMTP_URL not found",
  ETIMEDOUT: "no answer in time",
  EENVELOPE: "sender or recipient refused",
  ECONNREFUSED: "nobody listens at host and port of SMTP_URL",
  DEPTH_ZERO_SELF_SIGNED_CERT: "certificate of its own making: see SMTP_URL in .env.example",
  ERR_SSL_WRONG_VERSION_NUMBER: "no TLS from the start on this port: smtp:// instead of smtps://",
};

/**
 * Why a mail was not sent, for the log and the outbox: the library's code, the system's cause, the server's figures
 * (RFC 5321, RFC 3463) and the command it refused. Never the server's own words: they quote the address.
 */
export function mailFailure(error: unknown): string {
  const { code, command, response, responseCode, originalCode } = error as SmtpError;
  const system = typeof originalCode === "string" ? originalCode : "";
  const means = MEANS[system] ?? MEANS[code ?? ""];
  const enhanced = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response ?? "")?.[0];
  const facts = [
    code ?? "unknown",
    system === code ? null : system,
    responseCode,
    enhanced,
    command && /^[A-Z ]{3,20}$/.test(command) ? `at ${command}` : null,
    means ? `(${means})` : null,
  ];
  return facts.filter(Boolean).join(" ");
}
