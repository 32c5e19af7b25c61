/** So many wait behind an answer at most: each takes memory, and Node reads on as long as nothing is written. */
const MOST_AHEAD = 1000;

/**
 * Answers what comes on one connection one after the other. A client may send hundreds of requests before it reads the
 * first answer: Node would begin them all, keep what they give, and never tell those behind the first when the client
 * goes, so that the files they opened stay open (RFC 9112, 9.3.2). Who sends thousands ahead is cut off.
 */
export function oneByOne() {
  /** The answer under way on each connection, and what begins those that wait for its end. */
  const connections = new WeakMap();

  function begin(connection, { res, answer }) {
    connection.res = res;
    answer();
    // After what the answer itself does at its end.
    res.once("close", () => {
      connection.res = null;
      if (connection.socket.destroyed) return giveUp(connection.waiting.splice(0));
      const next = connection.waiting.shift();
      if (next) begin(connection, next);
    });
  }

  /** Those of a client that is gone are never begun; who counts them hears that they are over. */
  function giveUp(waiting) {
    for (const { res } of waiting) res.emit("close");
  }

  return {
    /** Runs what answers a request, once the connection's earlier ones have their answers. */
    inTurn({ socket }, res, answer) {
      const connection = connections.get(socket) ?? { socket, res: null, waiting: [] };
      connections.set(socket, connection);
      if (!connection.res) return begin(connection, { res, answer });
      connection.waiting.push({ res, answer });
      if (connection.waiting.length > MOST_AHEAD) socket.destroy();
    },
    /** Whether the head of an answer is out on a connection: whatever else were written would stand in its midst. */
    hasBegun: (socket) => Boolean(connections.get(socket)?.res?.headersSent),
  };
}
