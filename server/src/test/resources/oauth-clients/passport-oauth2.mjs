// A third-party app that uses Passport with passport-oauth2, and passport-oauth2-refresh beside it.
import { randomBytes } from 'node:crypto';
import session from 'express-session';
import passport from 'passport';
import OAuth2Strategy from 'passport-oauth2';
import refresh from 'passport-oauth2-refresh';
import { app, listen, settings } from './app.mjs';

const strategy = new OAuth2Strategy(
  {
    authorizationURL: settings.server + settings.authorizePath,
    tokenURL: settings.server + settings.tokenPath,
    clientID: settings.clientId,
    clientSecret: settings.clientSecret,
    callbackURL: '/callback',
    scope: settings.scope,
    state: true,
    pkce: true,
  },
  (accessToken, refreshToken, params, profile, done) => done(null, { ...params, refresh_token: refreshToken }),
);
passport.use(strategy);
refresh.use(strategy);

let refreshToken;

app.use(session({ secret: randomBytes(32).toString('hex'), resave: false, saveUninitialized: true }));

app.get('/connect', passport.authenticate('oauth2', { session: false }));

app.get('/callback', (request, response, next) => {
  passport.authenticate('oauth2', { session: false }, (error, token, info) => {
    if (error) {
      return next(error);
    }
    if (!token) {
      return response.status(403).json({ failure: request.query.error ?? info.message });
    }
    refreshToken = token.refresh_token;
    response.json(token);
  })(request, response, next);
});

app.get('/refresh', (request, response, next) => {
  refresh.requestNewAccessToken('oauth2', refreshToken, (error, accessToken, nextRefreshToken, params) => {
    if (error) {
      return next(error);
    }
    refreshToken = nextRefreshToken;
    response.json({ ...params, refresh_token: nextRefreshToken });
  });
});

listen();
