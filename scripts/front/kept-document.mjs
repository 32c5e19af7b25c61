import zlib from "node:zlib";

const NONCE_LENGTH = 24;
/** What is matched while a document is compressed: no byte of it is in any UTF-8 text. */
const STAND_IN = Buffer.from(
  Array.from({ length: NONCE_LENGTH }, (_, index) => 0xf8 + (index % 8)),
);
const WINDOW = 32_768;
/** The beginning of every gzip file (RFC 1952): deflate, no name, no time. */
const GZIP = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
/** How many bytes `Z_SYNC_FLUSH` ends with: the lengths of a stored block with nothing in it (RFC 1951, 3.2.4). */
const NOTHING_STORED = 4;
const NONCE_STORED = Buffer.from([NONCE_LENGTH, 0, ~NONCE_LENGTH & 0xff, 0xff]);

function placesOf(body, nonce) {
  const places = [];
  for (let at = body.indexOf(nonce); at >= 0; at = body.indexOf(nonce, at + NONCE_LENGTH))
    places.push(at);
  return places;
}

/**
 * The document as one gzip file in which each nonce is a stored block, so that another takes its place without
 * compressing anything anew; with where they stand.
 */
function compress(body, places) {
  const pieces = [GZIP];
  const stored = [];
  let length = GZIP.length;
  let seen = Buffer.alloc(0);
  const add = (...more) => {
    pieces.push(...more);
    for (const piece of more) length += piece.length;
  };
  for (const [index, at] of [...places, body.length].entries()) {
    const part = body.subarray(index === 0 ? 0 : places[index - 1] + NONCE_LENGTH, at);
    const isLast = index === places.length;
    const piece = zlib.deflateRawSync(part, {
      finishFlush: isLast ? zlib.constants.Z_FINISH : zlib.constants.Z_SYNC_FLUSH,
      ...(seen.length > 0 && { dictionary: seen }),
    });
    seen = Buffer.concat([seen, part, STAND_IN]).subarray(-WINDOW);
    if (isLast) add(piece, Buffer.alloc(8));
    else {
      add(piece.subarray(0, -NOTHING_STORED), NONCE_STORED);
      stored.push(length);
      add(STAND_IN);
    }
  }
  return { bytes: Buffer.concat(pieces), places: stored };
}

/** The product of two polynomials as CRC-32 has them, lowest power first (zlib's `multmodp`). */
function multiply(a, b) {
  let product = 0;
  let power = b;
  for (let bit = 31; bit >= 0; bit -= 1) {
    if ((a >>> bit) & 1) product ^= power;
    power = power & 1 ? (power >>> 1) ^ 0xedb88320 : power >>> 1;
  }
  return product >>> 0;
}

/**
 * Gives the CRC-32 of a document in which another nonce stands. It is linear: what the nonce changes is moved on by what
 * follows each, which for all of them together is one product.
 */
function sumWith(body, places, nonce) {
  const whole = zlib.crc32(body);
  const own = zlib.crc32(nonce);
  const behind = places.reduce((sum, at) => {
    const zeros = Buffer.alloc(body.length - at - NONCE_LENGTH);
    return sum ^ ~zlib.crc32(zeros, 0x7fffffff);
  }, 0);
  return (other) => (whole ^ multiply(zlib.crc32(other) ^ own, behind)) >>> 0;
}

/** Memory that documents were written into and sent from: 8 MB of it at most. */
const spare = [];
const MOST_SPARE = { pieces: 32, bytes: 262_144 };
const STEP = 65_536;

/** Memory of at least so many bytes: taken anew for each answer, V8 would go through all of its heap each 64 MB of it. */
function borrow(length) {
  const fit = spare.findIndex((memory) => memory.length >= length);
  if (fit >= 0) return spare.splice(fit, 1)[0];
  return Buffer.allocUnsafeSlow(Math.ceil(length / STEP) * STEP);
}

/** Bytes that are sent with another nonce each time. */
const withNonces = (bytes, places) => ({
  size: bytes.length,
  take(nonce) {
    const memory = borrow(bytes.length);
    const taken = memory.subarray(0, bytes.copy(memory));
    for (const at of places) taken.write(nonce, at, "latin1");
    return {
      bytes: taken,
      giveBack() {
        if (memory.length <= MOST_SPARE.bytes && spare.length < MOST_SPARE.pieces)
          spare.push(memory);
      },
    };
  },
});

/**
 * A document that was drawn with one nonce, to be sent with others: `take(nonce)` gives its bytes as a gzip file, and
 * `giveBack`, which is called once they are sent; `unpack()` gives the same for whoever cannot read that. `size()` is what it
 * takes in memory, less once it was packed, at the first `take`: most pages are looked at once, by whom they are drawn for.
 * Null for a document without a nonce of 24 signs, but for one that is `plain`: it holds none.
 */
export function keepDocument(body, drawnWith, isPlain = false) {
  const places = isPlain ? [] : placesOf(body, drawnWith);
  if (drawnWith.length !== NONCE_LENGTH || (places.length === 0 && !isPlain)) return null;
  const { length } = body;
  let raw = body;
  let packed = null;
  function pack() {
    const { bytes, places: stored } = compress(raw, places);
    packed = { ...withNonces(bytes, stored), bytes, sum: sumWith(raw, places, drawnWith) };
    raw = null;
    return packed;
  }
  return {
    size: () => packed?.size ?? length,
    take(nonce) {
      const { size, sum, take } = packed ?? pack();
      const taken = take(nonce);
      taken.bytes.writeUInt32LE(sum(nonce), size - 8);
      taken.bytes.writeUInt32LE(length, size - 4);
      return taken;
    },
    unpack: () =>
      withNonces(raw ?? zlib.inflateRawSync(packed.bytes.subarray(GZIP.length, -8)), places),
  };
}
