// A third-party app that uses simple-oauth2.
import { createHash, randomBytes } from 'node:crypto';
import { AuthorizationCode } from 'simple-oauth2';
import { app, callback, listen, settings } from './app.mjs';

const client = new AuthorizationCode({
  client: { id: settings.clientId, secret: settings.clientSecret },
  auth: {
    tokenHost: settings.server,
    authorizePath: settings.authorizePath,
    tokenPath: settings.tokenPath,
    revokePath: settings.revokePath,
  },
});
const started = new Map();
let token;

app.get('/connect', (request, response) => {
  const state = randomBytes(16).toString('base64url');
  const verifier = randomBytes(32).toString('base64url');
  started.set(state, verifier);
  response.redirect(client.authorizeURL({
    redirect_uri: callback(request),
    scope: settings.scope,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }));
});

app.get('/callback', async (request, response) => {
  const { code, error, state } = request.query;
  const verifier = started.get(state);
  if (!verifier || error) {
    return response.status(403).json({ failure: error ?? 'the state is not ours' });
  }
  started.delete(state);
  token = await client.getToken({ code, redirect_uri: callback(request), code_verifier: verifier });
  response.json(token);
});

app.get('/refresh', async (request, response) => {
  token = await token.refresh();
  response.json(token);
});

app.get('/revoke', async (request, response) => {
  await token.revokeAll();
  response.json({ revoked: true });
});

listen();
