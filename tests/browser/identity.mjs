// A real OpenID Connect server for the journeys: invented people, any password. Takes PORT, CLIENT_SECRET and
// REDIRECT_URI; prints one line, `issuer http://127.0.0.1:N`, once it listens.

import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';

// Standard output carries that line only; the library's notices go elsewhere.
console.info = console.error;
const { default: Provider } = await import('oidc-provider');

const people = new Map([['fenna', 'sub-fenna'], ['jelle', 'sub-jelle']]);

const settings = {
  clients: [{
    client_id: 'polsslag',
    client_secret: process.env.CLIENT_SECRET,
    redirect_uris: [process.env.REDIRECT_URI],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_basic',
  }],
  responseTypes: ['code'],
  scopes: ['openid'],
  cookies: { keys: [randomBytes(32).toString('hex')] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
  // Nobody is asked to consent.
  async loadExistingGrant(context) {
    const { client, session, provider } = context.oidc;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
};

const form = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title><form method="post"><label>Name <input name="login"></label><button>Sign in</button></form></html>';

async function interact(provider, request, reply) {
  await provider.interactionDetails(request, reply);
  if (request.method === 'POST') {
    let text = '';
    for await (const chunk of request) text += chunk;
    const sub = people.get(new URLSearchParams(text).get('login'));
    if (sub) return provider.interactionFinished(request, reply, { login: { accountId: sub } });
  }
  reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  reply.end(form);
}

const server = createServer();
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, settings);
  const callback = provider.callback();
  server.on('request', (request, reply) => {
    if (!request.url.startsWith('/interaction/')) return callback(request, reply);
    interact(provider, request, reply).catch(() => {
      if (!reply.headersSent) reply.writeHead(400);
      reply.end();
    });
  });
  process.stdout.write(`issuer ${issuer}\n`);
});
