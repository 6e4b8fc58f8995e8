/** A reading thread that is loaded and never says that it is ready. */
setInterval(() => undefined, 1000)
