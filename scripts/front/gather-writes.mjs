/**
 * What is written to an answer in one turn of the event loop leaves in one piece, its head with it: each system call of a
 * short answer costs as much as a tenth of it. What is written later leaves at its own turn's end.
 */
export function gatherWrites(res) {
  const { write } = res;
  let isGathering = false;
  res.flushHeaders = () => {};
  res.write = (...args) => {
    if (!isGathering) {
      isGathering = true;
      res.cork();
      setImmediate(() => {
        isGathering = false;
        if (!res.writableEnded) res.uncork();
      });
    }
    return write.apply(res, args);
  };
}
