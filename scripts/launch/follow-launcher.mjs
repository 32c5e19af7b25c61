// Loaded before a supervised process: without its launcher (kill -9) it ends itself, as if it had been asked to.
if (process.channel) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
