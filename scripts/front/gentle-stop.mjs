import net from "node:net";

/** Nothing new for so long: those who send have seen that the server goes. */
const QUIET_MS = 200;
/** Longest time in which new connections are still taken. */
const GRACE_MS = 500;
/** A connection on which nothing was under way for so long, and at so many looks, is nobody's; a new one waits longer. */
const STILL = { ms: 500, newMs: 2000, looks: 5 };
const LOOK_MS = 50;
/** A turn of the event loop so short leaves no time in which somebody may have connected unseen. */
const SHORT_TURN_MS = 0.5;
/** Who has just got an answer may take so long to connect anew. */
const SETTLED_MS = 200;
/** Longest time in which new requests wait for those who have connected. */
const DRAIN_MS = 6000;
const ANSWER_MS = 4000;
const STOP_MS = 9000;

/** What every connection is doing: how many requests it waits for, and when something last began or ended on it. */
function watchConnections(server) {
  const open = new Map();
  let latest = 0;
  let accepted = 0;
  let underWay = 0;
  server.on("connection", (socket) => {
    latest = Date.now();
    accepted += 1;
    open.set(socket, { busy: 0, since: latest, read: 0, looks: 0 });
    socket.once("close", () => open.delete(socket));
  });
  const begin = ({ socket }, res) => {
    const connection = open.get(socket);
    latest = Date.now();
    if (!connection) return;
    connection.busy += 1;
    underWay += 1;
    res.once("close", () => {
      underWay -= 1;
      connection.busy -= 1;
      Object.assign(connection, { since: Date.now(), looks: 0 });
    });
  };
  server.on("request", begin);
  server.on("checkExpectation", begin);
  return { open, now: () => ({ latest, accepted, underWay }) };
}

/**
 * Bytes that have come in since the last look are a request that begins. Looks are counted beside the time, because a
 * busy process may be late to read what has long arrived; between two looks it has read.
 */
function isStill(socket, connection) {
  if (connection.read !== socket.bytesRead)
    Object.assign(connection, { read: socket.bytesRead, since: Date.now(), looks: 0 });
  connection.looks += 1;
  const { busy, since, looks, read } = connection;
  const patience = read === 0 ? STILL.newMs : STILL.ms;
  return busy === 0 && looks > STILL.looks && Date.now() - since > patience;
}

/**
 * Calls `then` right after a short turn of the event loop in which nobody had connected, once nobody has for 200 ms and
 * no answer was under way. Node accepts one connection a turn, and a busy process turns slowly: others may wait in the
 * kernel as long as somebody comes at every turn. Who gets an answer connects anew, and a connection that is made just as
 * the server stops listening is cut: so the answers under way come first, unless they take long, and then a silence in
 * which all who got one are here again and wait.
 */
function whenNobodyWaits(state, then) {
  const began = Date.now();
  let seen = -1;
  let moved = began;
  let turned = 0;
  setImmediate(function look() {
    const { accepted, isAnswering } = state();
    const now = performance.now();
    const waited = Date.now() - began;
    if (accepted !== seen || (isAnswering && waited < ANSWER_MS)) moved = Date.now();
    const isFree = now - turned < SHORT_TURN_MS && Date.now() - moved > SETTLED_MS;
    if (isFree || waited > DRAIN_MS) return then();
    seen = accepted;
    turned = now;
    setImmediate(look);
  });
}

/**
 * Ends a web server without cutting a request. A socket that is closed while the kernel holds a connection or a request
 * for it resets them. So the server goes on accepting and says `Connection: close` with every answer (`isClosing`) until
 * nothing new comes; new requests then wait (`admit`) until all who had connected are accepted; it stops listening,
 * answers, closes what lies still, and calls `exit` after the last answer, or after 9 s.
 */
export function gentleStop(server, exit) {
  const { open, now } = watchConnections(server);
  let began = 0;
  let held = null;

  function closeStill() {
    for (const [socket, connection] of open) if (isStill(socket, connection)) socket.destroy();
  }

  function stopListening() {
    // Not `http.Server.close`, which at once closes every connection without a request.
    net.Server.prototype.close.call(server, exit);
    setInterval(closeStill, LOOK_MS);
    for (const answer of held) answer();
    held = null;
  }

  function wait() {
    const isQuiet = Date.now() - Math.max(now().latest, began) > QUIET_MS;
    if (!isQuiet && Date.now() - began < GRACE_MS) return setTimeout(wait, LOOK_MS);
    held = [];
    const state = () => ({ ...now(), isAnswering: now().underWay > held.length });
    whenNobodyWaits(state, stopListening);
  }

  return {
    isClosing: () => began > 0,
    /** Runs what answers a request, now or once the server has stopped listening. */
    admit: (answer) => (held ? held.push(answer) : answer()),
    stop() {
      if (began) return;
      began = Date.now();
      setTimeout(exit, STOP_MS);
      wait();
    },
  };
}
