// What every client here has around its library: the routes of a small third-party app.
import express from 'express';

export const settings = JSON.parse(process.env.SETTINGS);

export const app = express();

/** Listens on any free port, says where, and ends with the process that started it. */
export function listen() {
  app.use((error, request, response, next) => {
    response.status(500).json({ failure: String(error), detail: error.data?.payload ?? error.oauthError?.data });
  });
  const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
  process.stdin.on('end', () => process.exit()).resume();
}

/** Where people come back to; the port is known once somebody calls. */
export function callback(request) {
  return `http://127.0.0.1:${request.socket.localPort}/callback`;
}
