/** A reading thread that loads and never reports that it is ready. */
setInterval(() => undefined, 1000)
