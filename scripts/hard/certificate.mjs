import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** One element of DER (X.690): tag, length, content. */
function der(tag, ...parts) {
  const content = Buffer.concat(parts);
  const size = content.length;
  const long = size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  const length = size < 128 ? [size] : long;
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...parts) => der(0x30, ...parts);
const oid = (hex) => der(0x06, Buffer.from(hex, "hex"));
const utcTime = (date) =>
  der(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, "").slice(2, 14)}Z`));
const bitString = (bytes) => der(0x03, Buffer.from([0]), bytes);

const ECDSA_SHA256 = sequence(oid("2a8648ce3d040302"));
const COMMON_NAME = "550403";
const ALTERNATIVE_NAMES = "551d11";

/** A self-signed certificate (RFC 5280) of a host name, valid for a day, and its key; both as PEM. */
export function makeCertificate(host) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(der(0x31, sequence(oid(COMMON_NAME), der(0x0c, Buffer.from(host)))));
  const alternatives = sequence(
    sequence(oid(ALTERNATIVE_NAMES), der(0x04, sequence(der(0x82, Buffer.from(host))))),
  );
  const day = 86_400_000;
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1]), randomBytes(8)),
    ECDSA_SHA256,
    name,
    sequence(utcTime(new Date(Date.now() - day)), utcTime(new Date(Date.now() + day))),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, alternatives),
  );
  const whole = sequence(content, ECDSA_SHA256, bitString(sign("sha256", content, privateKey)));
  const lines = whole.toString("base64").replace(/.{64}/g, "$&\n").trimEnd();
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }),
  };
}
